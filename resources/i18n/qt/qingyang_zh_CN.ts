<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Open Desk…</source>
        <translation>打开稿件库…</translation>
    </message>
    <message>
        <source>New Desk…</source>
        <translation>新建稿件库…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import Pasted Text</source>
        <translation>导入粘贴的文本</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Save Article as DOCX…</source>
        <translation>稿件另存为 DOCX…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Simplified → Traditional</source>
        <translation>简体 → 繁体</translation>
    </message>
    <message>
        <source>Simplified → Traditional (Taiwan)</source>
        <translation>简体 → 繁体（台湾字形）</translation>
    </message>
    <message>
        <source>Simplified → Traditional (Taiwan, Words Too)</source>
        <translation>简体 → 繁体（台湾字形与用词）</translation>
    </message>
    <message>
        <source>Simplified → Traditional (Hong Kong)</source>
        <translation>简体 → 繁体（香港字形）</translation>
    </message>
    <message>
        <source>Traditional → Simplified</source>
        <translation>繁体 → 简体</translation>
    </message>
    <message>
        <source>Traditional (Taiwan, Words Too) → Simplified</source>
        <translation>繁体（台湾字形与用词）→ 简体</translation>
    </message>
    <message>
        <source>Traditional (Hong Kong) → Simplified</source>
        <translation>繁体（香港字形）→ 简体</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Edit Paragraph</source>
        <translation>编辑本段</translation>
    </message>
    <message>
        <source>Split Here</source>
        <translation>在此分段</translation>
    </message>
    <message>
        <source>Join with Next</source>
        <translation>与下段并段</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Insert a Paragraph of One&apos;s Own…</source>
        <translation>插入自拟段落…</translation>
    </message>
    <message>
        <source>Copy Clean Article</source>
        <translation>复制稿件（纯文本）</translation>
    </message>
    <message>
        <source>Copy Article with Formatting</source>
        <translation>复制稿件（带格式）</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find Previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Next Doubt</source>
        <translation>下一处待核</translation>
    </message>
    <message>
        <source>Previous Doubt</source>
        <translation>上一处待核</translation>
    </message>
    <message>
        <source>Take Repaired</source>
        <translation>采用修复</translation>
    </message>
    <message>
        <source>Restore Raw</source>
        <translation>恢复原文</translation>
    </message>
    <message>
        <source>Accept and Next</source>
        <translation>接受并看下一处</translation>
    </message>
    <message>
        <source>Keep Raw and Next</source>
        <translation>保留原文并看下一处</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后再看</translation>
    </message>
    <message>
        <source>Back to the Text</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Place Picture…</source>
        <translation>放图…</translation>
    </message>
    <message>
        <source>Paste Picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Next Caption without Picture</source>
        <translation>下一个缺图的图注</translation>
    </message>
    <message>
        <source>Take Picture Off</source>
        <translation>取下图片</translation>
    </message>
    <message>
        <source>Save Original Picture…</source>
        <translation>保存图片原件…</translation>
    </message>
    <message>
        <source>Change Role…</source>
        <translation>改角色…</translation>
    </message>
    <message>
        <source>Leave out of Print</source>
        <translation>不上版</translation>
    </message>
    <message>
        <source>Article Begins Here</source>
        <translation>稿件由此开始</translation>
    </message>
    <message>
        <source>Join with Article Before</source>
        <translation>并入上一篇</translation>
    </message>
    <message>
        <source>Move Up in the List</source>
        <translation>在列表中上移</translation>
    </message>
    <message>
        <source>Move Down in the List</source>
        <translation>在列表中下移</translation>
    </message>
    <message>
        <source>Protect Selected Name</source>
        <translation>保护所选名称</translation>
    </message>
    <message>
        <source>House Names…</source>
        <translation>本报用名…</translation>
    </message>
    <message>
        <source>Names of Roles…</source>
        <translation>角色名称…</translation>
    </message>
    <message>
        <source>Follow the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Go to Articles</source>
        <translation>转到稿件列表</translation>
    </message>
    <message>
        <source>Go to Text</source>
        <translation>转到正文</translation>
    </message>
    <message>
        <source>Go to Doubts</source>
        <translation>转到待核列表</translation>
    </message>
    <message>
        <source>Go to Figures</source>
        <translation>转到图片</translation>
    </message>
    <message>
        <source>Go to Article Properties</source>
        <translation>转到稿件属性</translation>
    </message>
    <message>
        <source>Show Articles</source>
        <translation>显示稿件列表</translation>
    </message>
    <message>
        <source>Show Doubts</source>
        <translation>显示待核列表</translation>
    </message>
    <message>
        <source>Show Figures</source>
        <translation>显示图片</translation>
    </message>
    <message>
        <source>Show Article Properties</source>
        <translation>显示稿件属性</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>About Qingyang</source>
        <translation>关于清样</translation>
    </message>
</context>
<context>
    <name>AlignedView</name>
    <message>
        <source>Start lost</source>
        <translation>前缺文</translation>
    </message>
    <message>
        <source>End lost</source>
        <translation>后缺文</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>不上版</translation>
    </message>
    <message>
        <source>continued</source>
        <translation>续</translation>
    </message>
    <message>
        <source>Raw and repaired text</source>
        <translation>原文与修复稿</translation>
    </message>
    <message>
        <source>Repaired paragraph</source>
        <translation>修复稿段落</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Qingyang.qy</source>
        <translation>清样.qy</translation>
    </message>
    <message>
        <source>Qingyang</source>
        <translation>清样</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself. Everything done before is saved in the desk file. The log is {log}.</source>
        <translation>程序内部出错。此前所做的一切都已存入稿件库。日志在 {log}。</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>By hand. Fill from the tags again</source>
        <translation>手工填写。点此恢复为按标注填写</translation>
    </message>
    <message>
        <source>Fill {name} from the tags again</source>
        <translation>{name}恢复为按标注填写</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>引题</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>副题</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>版</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Dateline place</source>
        <translation>电头地点</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>Articles</name>
    <message>
        <source>There is no article before this one.</source>
        <translation>这是第一篇，前面没有稿件。</translation>
    </message>
</context>
<context>
    <name>ColumnHeads</name>
    <message>
        <source>Raw text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复稿</translation>
    </message>
</context>
<context>
    <name>Complaint</name>
    <message>
        <source>Nothing was imported from this file. Everything else stands as it was; try another file.</source>
        <translation>这个文件没有导入，其他内容不受影响。请换一个文件再试。</translation>
    </message>
    <message>
        <source>The desk file was not touched. Open another one, or close the other window.</source>
        <translation>稿件库未作任何改动。请打开另一个稿件库，或先关闭另一个窗口。</translation>
    </message>
    <message>
        <source>Nothing was left half-written. Choose another folder, or free some space and try again.</source>
        <translation>没有留下半截文件。请换一个文件夹，或腾出磁盘空间后再试。</translation>
    </message>
    <message>
        <source>Everything done before is saved in the desk file.</source>
        <translation>此前所做的一切都已存入稿件库。</translation>
    </message>
    <message>
        <source>Qingyang</source>
        <translation>清样</translation>
    </message>
</context>
<context>
    <name>Converting</name>
    <message>
        <source>Converting</source>
        <translation>正在转换简繁</translation>
    </message>
    <message>
        <source>The text has changed meanwhile: nothing was converted.</source>
        <translation>其间文字有改动，没有转换。</translation>
    </message>
    <message>
        <source>There is nothing to convert here.</source>
        <translation>这里没有需要转换的字。</translation>
    </message>
    <message>
        <source>{count} places converted</source>
        <translation>已转换 {count} 处</translation>
    </message>
</context>
<context>
    <name>Doubts</name>
    <message>
        <source>Doubts</source>
        <translation>待核</translation>
    </message>
</context>
<context>
    <name>ExportPdf</name>
    <message>
        <source>Print house (PDF/X-4, CMYK)</source>
        <translation>印厂（PDF/X-4，CMYK）</translation>
    </message>
    <message>
        <source>Screen (RGB)</source>
        <translation>屏幕（RGB）</translation>
    </message>
    <message>
        <source>None: the clean sheet</source>
        <translation>不加（清样）</translation>
    </message>
    <message>
        <source>What was changed, in red</source>
        <translation>红样：标出改动</translation>
    </message>
    <message>
        <source>Line numbers for reading</source>
        <translation>校读样：加行号</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>Name on the masthead</source>
        <translation>报头上的名称</translation>
    </message>
    <message>
        <source>All documents of this desk</source>
        <translation>稿件库中的全部文稿</translation>
    </message>
    <message>
        <source>Crop marks and bleed</source>
        <translation>裁切标记与出血</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Issue name</source>
        <translation>刊名</translation>
    </message>
    <message>
        <source>Issue number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Proof marks</source>
        <translation>校样标记</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Composing {name}</source>
        <translation>正在排版 {name}</translation>
    </message>
    <message>
        <source>Save Article</source>
        <translation>保存稿件</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Saving {name}</source>
        <translation>正在保存 {name}</translation>
    </message>
    <message>
        <source>Copied: {title}</source>
        <translation>已复制：{title}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Figures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Place…</source>
        <translation>放图…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take Off</source>
        <translation>取下</translation>
    </message>
    <message>
        <source>Save Original…</source>
        <translation>保存原件…</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>摄影</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>图片描述</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>印宽</translation>
    </message>
    <message>
        <source>For readers who cannot see the picture</source>
        <translation>给看不见图的读者</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>换图…</translation>
    </message>
    <message>
        <source>No picture yet: drop one here, paste it, or choose a file.</source>
        <translation>还没有图：拖到这里、粘贴，或选一个文件。</translation>
    </message>
    <message>
        <source>Put the caret on a caption, or choose a figure above.</source>
        <translation>把光标放到图注上，或在上面选一张图。</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>缺图</translation>
    </message>
    <message>
        <source>Picture without caption</source>
        <translation>没有图注的图片</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open Desk</source>
        <translation>打开稿件库</translation>
    </message>
    <message>
        <source>New Desk</source>
        <translation>新建稿件库</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Qingyang desks (*.qy)</source>
        <translation>清样稿件库 (*.qy)</translation>
    </message>
    <message>
        <source>Saved: every change is in the desk file as soon as it is made.</source>
        <translation>已保存：每一步改动随做随存，无需手动保存。</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Text (*.txt *.text *.md);;All files (*)</source>
        <translation>文本 (*.txt *.text *.md);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Importing {count} files</source>
        <translation>正在导入 {count} 个文件</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>剪贴板里没有文字。</translation>
    </message>
    <message>
        <source>{count} imported</source>
        <translation>已导入 {count} 篇</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Find in the repaired text</source>
        <translation>在修复稿中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>Illustrating</name>
    <message>
        <source>Every caption has its picture.</source>
        <translation>每条图注都有图了。</translation>
    </message>
    <message>
        <source>Place Picture</source>
        <translation>放图</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;All files (*)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板里没有图片。</translation>
    </message>
    <message>
        <source>Open a document first: a picture goes to a paragraph.</source>
        <translation>请先打开一份稿件：图片要放到段落上。</translation>
    </message>
    <message>
        <source>Placing pictures</source>
        <translation>正在放图</translation>
    </message>
    <message>
        <source>{count} pictures placed</source>
        <translation>已放 {count} 张图</translation>
    </message>
    <message>
        <source>There is no picture here.</source>
        <translation>这里没有图片。</translation>
    </message>
    <message>
        <source>Save Original Picture</source>
        <translation>保存图片原件</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写出：{name}</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Simplified and Traditional</source>
        <translation>简繁转换</translation>
    </message>
    <message>
        <source>More Roles</source>
        <translation>其他角色</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>House Names</source>
        <translation>本报用名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>来历</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>再加一个名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Ticked names are never flagged as wrong, and are offered while you search.</source>
        <translation>打勾的名称不会被当作错字提示，查找时会列出供选。</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>in the text</source>
        <translation>文中</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Show only this role</source>
        <translation>只看这种角色</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>out of print</source>
        <translation>不上版</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>待核 {count}</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 版</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>未定版次</translation>
    </message>
    <message>
        <source>Picture without caption</source>
        <translation>没有图注的图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>缺图</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>有图</translation>
    </message>
</context>
<context>
    <name>OwnParagraph</name>
    <message>
        <source>Insert a Paragraph of One&apos;s Own</source>
        <translation>插入自拟段落</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Change Role</source>
        <translation>改角色</translation>
    </message>
    <message>
        <source>Type a role</source>
        <translation>输入角色名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Put the caret where the paragraph is to end.</source>
        <translation>请先把光标放到要分段的地方。</translation>
    </message>
    <message>
        <source>Nothing left to check.</source>
        <translation>已无待核。</translation>
    </message>
    <message>
        <source>There is no such alternative here.</source>
        <translation>这里没有这个候选。</translation>
    </message>
    <message>
        <source>There is nothing to decide here.</source>
        <translation>此处没有需要取舍的改动。</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Names of Roles</source>
        <translation>角色名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Called here</source>
        <translation>本报叫法</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>再加一种角色</translation>
    </message>
    <message>
        <source>Set like</source>
        <translation>样式同</translation>
    </message>
    <message>
        <source>like {role}</source>
        <translation>样式同{role}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>F2 changes a name; emptied, it is our own again.</source>
        <translation>按 F2 改名；清空则恢复原名。</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>本报自设</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>In the list of doubts the keys marked * act alone.</source>
        <translation>带 * 的按键只在相应列表（待核或稿件）得到焦点时起作用。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Doubts</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Actual Size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Paragraph {row} of {rows}</source>
        <translation>第 {row}/{rows} 段</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>待核 {count}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>About Qingyang</source>
        <translation>关于清样</translation>
    </message>
    <message>
        <source>Qingyang {version}</source>
        <translation>清样 {version}</translation>
    </message>
    <message>
        <source>From raw newspaper text to a print-ready bulletin, offline. Apache-2.0.</source>
        <translation>从报纸原始文本到可付印的简报，全程离线。Apache-2.0 许可。</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Select a name first.</source>
        <translation>请先选中一个名称。</translation>
    </message>
    <message>
        <source>Protected: {name}</source>
        <translation>已保护：{name}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Qingyang</source>
        <translation>清样</translation>
    </message>
    <message>
        <source>Drop raw newspaper texts here, or press Ctrl+I.</source>
        <translation>把报纸原始文本拖到这里，或按 Ctrl+I 导入</translation>
    </message>
    <message>
        <source>Texts are kept in a desk file; Ctrl+O opens one you have.</source>
        <translation>文稿都存放在一个稿件库文件里；已有稿件库请按 Ctrl+O 打开。</translation>
    </message>
    <message>
        <source>Import Texts…</source>
        <translation>导入文本…</translation>
    </message>
    <message>
        <source>Open Desk…</source>
        <translation>打开稿件库…</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Articles</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>Drop texts here, press Ctrl+I to import, or paste with Ctrl+V.</source>
        <translation>把文本拖到这里，按 Ctrl+I 导入，或按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
        <source>To Check</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Enter accept · Delete keep raw · 1–3 alternative · Space later · Esc back to the text</source>
        <translation>Enter 接受 · Delete 保留原文 · 1–3 采用候选 · Space 稍后 · Esc 回正文</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>There is no caption yet. Drop a picture on a paragraph, or place one with Ctrl+Shift+I.</source>
        <translation>还没有图注。把图片拖到段落上，或按 Ctrl+Shift+I 放图。</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>稿件</translation>
    </message>
    <message>
        <source>What an article is said to be stands here.</source>
        <translation>这里是一篇稿件的各项属性。</translation>
    </message>
    <message>
        <source>Nothing left to check.</source>
        <translation>已无待核。</translation>
    </message>
    <message>
        <source>What wants a person is listed here.</source>
        <translation>需要人工判断的地方会列在这里。</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Qingyang</source>
        <translation>清样</translation>
    </message>
    <message>
        <source>Open Another Desk…</source>
        <translation>打开另一个稿件库…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>Written</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已写出：{name}</translation>
    </message>
    <message>
        <source>{count} to look at: {first}</source>
        <translation>{count} 处要看：{first}</translation>
    </message>
</context>
</TS>
