TREES="[0]"
