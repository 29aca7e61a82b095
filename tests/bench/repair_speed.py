def tell(): pass
