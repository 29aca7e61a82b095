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
        <source>Preflight PDF…</source>
        <translation>印前检查 PDF…</translation>
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
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
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
        <source>Move Part…</source>
        <translation>整块移动…</translation>
    </message>
    <message>
        <source>Insert a Paragraph of One&apos;s Own…</source>
        <translation>插入自拟段落…</translation>
    </message>
    <message>
        <source>Copy Raw Text</source>
        <translation>复制原文</translation>
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
        <source>Replace…</source>
        <translation>替换…</translation>
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
        <source>Remark…</source>
        <translation>批注…</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Settled, or Open Again</source>
        <translation>已解决，或重开</translation>
    </message>
    <message>
        <source>Show the Text of the Remark</source>
        <translation>看批注的原文</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Next Bookmark</source>
        <translation>下一书签</translation>
    </message>
    <message>
        <source>Previous Bookmark</source>
        <translation>上一书签</translation>
    </message>
    <message>
        <source>Take One Out, or Put It Back</source>
        <translation>取出一条，或放回</translation>
    </message>
    <message>
        <source>Settle the Rest</source>
        <translation>其余一并处理</translation>
    </message>
    <message>
        <source>Keep the Rest</source>
        <translation>其余保留原文</translation>
    </message>
    <message>
        <source>Show the Place</source>
        <translation>看原处</translation>
    </message>
    <message>
        <source>Close the Concordance</source>
        <translation>关闭同类列表</translation>
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
        <source>All Alike…</source>
        <translation>同类并核…</translation>
    </message>
    <message>
        <source>Rule on Offer</source>
        <translation>看推荐的规则</translation>
    </message>
    <message>
        <source>Take Back in This Paragraph</source>
        <translation>退回本段这一处</translation>
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
        <source>Next Order of the Queue</source>
        <translation>换待核次序</translation>
    </message>
    <message>
        <source>This Kind Only, or All</source>
        <translation>只看这一类／全部</translation>
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
        <source>Put Article Back to Its Own Text</source>
        <translation>稿件调回原文档</translation>
    </message>
    <message>
        <source>Put Document into the Issue or out of It</source>
        <translation>文档编入本期或移出本期</translation>
    </message>
    <message>
        <source>Go to Issue…</source>
        <translation>切换到某期…</translation>
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
        <source>Name Page, Document or Issue…</source>
        <translation>给版面、文档或期次命名…</translation>
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
        <source>Checks and Rules…</source>
        <translation>检查与规则…</translation>
    </message>
    <message>
        <source>Import Lists…</source>
        <translation>导入词表…</translation>
    </message>
    <message>
        <source>Mark a Mistake…</source>
        <translation>标记差错…</translation>
    </message>
    <message>
        <source>Take Marks of Mistakes Away</source>
        <translation>去掉差错标记</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>统计…</translation>
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
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>版面</translation>
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
        <source>Go to Remarks</source>
        <translation>到批注</translation>
    </message>
    <message>
        <source>Go to History</source>
        <translation>到历史</translation>
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
        <source>Raw Text in Place (hold)</source>
        <translation>就地看原文（按住）</translation>
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
        <source>Page Width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Whole Page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>All Commands…</source>
        <translation>全部命令…</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Change Keys…</source>
        <translation>自定义快捷键…</translation>
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
    <message>
        <source>Raw text at the caret</source>
        <translation>光标处的原文</translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message>
        <source>Put the caret on a change, or choose a doubt.</source>
        <translation>请先选一处存疑，或把光标放在一处改动上。</translation>
    </message>
    <message>
        <source>Accept All (Enter)</source>
        <translation>全部采用（Enter）</translation>
    </message>
    <message>
        <source>{count} alike accepted</source>
        <translation>同类 {count} 处已采用</translation>
    </message>
    <message>
        <source>Keep All (Delete)</source>
        <translation>全部保留（Delete）</translation>
    </message>
    <message>
        <source>{count} alike kept</source>
        <translation>同类 {count} 处保留原文</translation>
    </message>
    <message>
        <source>Change All (Enter)</source>
        <translation>全部照改（Enter）</translation>
    </message>
    <message>
        <source>{count} alike changed</source>
        <translation>同类 {count} 处已照改</translation>
    </message>
    <message>
        <source>As changed by hand</source>
        <translation>与手改之处相同</translation>
    </message>
    <message>
        <source>Restore Raw Text (Enter)</source>
        <translation>全部还原（Enter）</translation>
    </message>
    <message>
        <source>{count} alike restored</source>
        <translation>同类 {count} 处已还原</translation>
    </message>
    <message>
        <source>All alike: {kind}</source>
        <translation>同类：{kind}</translation>
    </message>
    <message>
        <source>Looking through all documents</source>
        <translation>正在查遍全库</translation>
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
    <message>
        <source>Only articles and figures can stand in another document than their text.</source>
        <translation>只有稿件和图片可以调到别的文档。</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checks and Rules</source>
        <translation>检查与规则</translation>
    </message>
    <message>
        <source>Checks, lists and rules</source>
        <translation>检查、词表与规则</translation>
    </message>
    <message>
        <source>Import Lists…</source>
        <translation>导入词表…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What is found stands in the queue of doubts. Lists come from CSV or Excel files.</source>
        <translation>查到的列入待核。词表可从 CSV 或 Excel 导入。</translation>
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
    <name>Concordance</name>
    <message>
        <source>taken out</source>
        <translation>已取出</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>同类各处</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>In all documents</source>
        <translation>全库</translation>
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
    <name>Deciding</name>
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
        <source>The whole issue</source>
        <translation>整期</translation>
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
        <source>Colour profile</source>
        <translation>色彩特性文件</translation>
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
    <message>
        <source>FOGRA39, coated paper</source>
        <translation>FOGRA39，涂料纸（自带）</translation>
    </message>
    <message>
        <source>Print House’s…</source>
        <translation>选印厂的…</translation>
    </message>
    <message>
        <source>Print house: {name}</source>
        <translation>印厂：{name}</translation>
    </message>
    <message>
        <source>Print House’s Colour Profile</source>
        <translation>印厂的色彩特性文件</translation>
    </message>
    <message>
        <source>Colour profiles (*.icc *.icm)</source>
        <translation>色彩特性文件 (*.icc *.icm)</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Raw text copied</source>
        <translation>已复制原文</translation>
    </message>
    <message>
        <source>Composing {name}</source>
        <translation>正在排版 {name}</translation>
    </message>
    <message>
        <source>Preflight PDF</source>
        <translation>印前检查 PDF</translation>
    </message>
    <message>
        <source>Looking over {name}</source>
        <translation>正在检查 {name}</translation>
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
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>查找方式</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>照字面</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Pinyin or initials</source>
        <translation>拼音或首字母</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Full and half width alike</source>
        <translation>全半角不分</translation>
    </message>
    <message>
        <source>Simplified and traditional alike</source>
        <translation>简繁不分</translation>
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
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Look Through and Replace All…</source>
        <translation>逐条过目并全部替换…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Opening the dictionaries</source>
        <translation>正在打开词典</translation>
    </message>
    <message>
        <source>Replace “{old}” with “{new}”</source>
        <translation>把“{old}”替换为“{new}”</translation>
    </message>
    <message>
        <source>Replace the Rest (Enter)</source>
        <translation>替换其余（Enter）</translation>
    </message>
    <message>
        <source>{count} replaced</source>
        <translation>已替换 {count} 处</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of this paragraph</source>
        <translation>本段历史</translation>
    </message>
    <message>
        <source>Take Back (Delete)</source>
        <translation>退回这一处（Delete）</translation>
    </message>
    <message>
        <source>What is taken back can itself be undone.</source>
        <translation>退回本身也可以撤销。</translation>
    </message>
    <message>
        <source>It has been changed again since: nothing was taken back.</source>
        <translation>这一处后来又改过，未作退回。</translation>
    </message>
    <message>
        <source>Rule {rule}: {count} times, at least {chance}% sure</source>
        <translation>规则“{rule}”：{count} 处，把握至少 {chance}%</translation>
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
    <name>Inspection</name>
    <message>
        <source>Import Lists</source>
        <translation>导入词表</translation>
    </message>
    <message>
        <source>Lists (*.csv *.xlsx)</source>
        <translation>词表 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>{count} lists taken in</source>
        <translation>已导入 {count} 份词表</translation>
    </message>
    <message>
        <source>Reading lists</source>
        <translation>正在读取词表</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>House lists</source>
        <translation>社内词表</translation>
    </message>
    <message>
        <source>Rules taken on</source>
        <translation>已学规则</translation>
    </message>
    <message>
        <source>{kind}, {count} entries</source>
        <translation>{kind}，{count} 条</translation>
    </message>
    <message>
        <source>List {name} removed</source>
        <translation>已移除词表 {name}</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
</context>
<context>
    <name>Issue</name>
    <message>
        <source>As many as it takes</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Most pages</source>
        <translation>页数上限</translation>
    </message>
    <message>
        <source>Begin the Next Issue</source>
        <translation>开始下一期</translation>
    </message>
    <message>
        <source>Numbers one on and today&apos;s date; this issue stays in the desk file.</source>
        <translation>期号加一，日期取今天；这一期留在稿件库里。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>报名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>期号</translation>
    </message>
    <message>
        <source>Number in all</source>
        <translation>总期号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>编印单位</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Reported to</source>
        <translation>报</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>发</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>印数</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Change Keys</source>
        <translation>自定义快捷键</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Actions and keys</source>
        <translation>命令与快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>No Key</source>
        <translation>不设</translation>
    </message>
    <message>
        <source>As Shipped</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Press the new key first.</source>
        <translation>请先按下新的快捷键。</translation>
    </message>
    <message>
        <source>Now the key of “{action}”, which will lose it.</source>
        <translation>现为“{action}”的快捷键，指定后归此命令。</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>See the Places…</source>
        <translation>看各处…</translation>
    </message>
    <message>
        <source>Ask About It From Now On</source>
        <translation>今后照此提醒</translation>
    </message>
    <message>
        <source>Never Offer This</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>{cases} times “{old}” became “{new}” in {group}; it stands so in {count} more places.</source>
        <translation>{group}中已有 {cases} 处把“{old}”改成“{new}”，还有 {count} 处同样写法。</translation>
    </message>
    <message>
        <source>No rule is offered just now.</source>
        <translation>现在没有推荐的规则。</translation>
    </message>
    <message>
        <source>Change the Rest (Enter)</source>
        <translation>照改其余（Enter）</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>已改 {count} 处</translation>
    </message>
    <message>
        <source>Rule: “{old}” to “{new}”</source>
        <translation>规则：“{old}”改“{new}”</translation>
    </message>
    <message>
        <source>What the rule finds stands in the queue; Checks and Rules switches it.</source>
        <translation>规则找到的已列入待核；在“检查与规则”里可开关。</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Alternatives</source>
        <translation>采用候选</translation>
    </message>
    <message>
        <source>Simplified and Traditional</source>
        <translation>简繁转换</translation>
    </message>
    <message>
        <source>In the Concordance</source>
        <translation>同类列表中</translation>
    </message>
    <message>
        <source>Remarks and Bookmarks</source>
        <translation>批注与书签</translation>
    </message>
    <message>
        <source>More Roles</source>
        <translation>其他角色</translation>
    </message>
    <message>
        <source>Order of the Issue</source>
        <translation>期内次序</translation>
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
        <source>Check</source>
        <translation>检查</translation>
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
    <name>MovePart</name>
    <message>
        <source>Paragraph {number}: {words}</source>
        <translation>第 {number} 段：{words}</translation>
    </message>
    <message>
        <source>There is no such paragraph.</source>
        <translation>没有这一段。</translation>
    </message>
    <message>
        <source>Move Part</source>
        <translation>整块移动</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Along with all through</source>
        <translation>连同其后，直到</translation>
    </message>
    <message>
        <source>To before</source>
        <translation>移到…之前</translation>
    </message>
    <message>
        <source>This paragraph alone</source>
        <translation>只这一段</translation>
    </message>
    <message>
        <source>At the end of the text</source>
        <translation>全文末尾</translation>
    </message>
    <message>
        <source>Name each paragraph by its number or its first words.</source>
        <translation>用段号或开头几字指明段落。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
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
        <source>By</source>
        <translation>谁、何时</translation>
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
        <source>in the text</source>
        <translation>文中</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Remarks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Write a remark</source>
        <translation>写批注</translation>
    </message>
    <message>
        <source>Answer (R)</source>
        <translation>回复（R）</translation>
    </message>
    <message>
        <source>Settled (S)</source>
        <translation>已解决（S）</translation>
    </message>
    <message>
        <source>Settled ones too</source>
        <translation>也显示已解决的</translation>
    </message>
    <message>
        <source>Answer to “{text}”</source>
        <translation>回复“{text}”</translation>
    </message>
    <message>
        <source>Remark on “{text}”</source>
        <translation>批注“{text}”</translation>
    </message>
    <message>
        <source>Ctrl+Alt+M: a remark on what is selected</source>
        <translation>Ctrl+Alt+M 批注所选文字</translation>
    </message>
    <message>
        <source> (text gone)</source>
        <translation>（原文已删）</translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>This article stands where its own text has it.</source>
        <translation>这篇稿件本来就在自己的文档里。</translation>
    </message>
    <message>
        <source>An issue is made of one document at least.</source>
        <translation>一期至少要有一个文档。</translation>
    </message>
    <message>
        <source>At hand: {issue}</source>
        <translation>当前：{issue}</translation>
    </message>
    <message>
        <source>Opening texts</source>
        <translation>正在打开文本</translation>
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
        <source>{title} (text in {document})</source>
        <translation>{title}（原文在《{document}》）</translation>
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
        <source>Not in this issue</source>
        <translation>未编入本期</translation>
    </message>
    <message>
        <source>This issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Other issues</source>
        <translation>其他各期</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 期</translation>
    </message>
    <message>
        <source>{name} No. {number}</source>
        <translation>{name} 第 {number} 期</translation>
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
    <message>
        <source>Issue without a name</source>
        <translation>未命名的一期</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the document</source>
        <translation>全文概览</translation>
    </message>
    <message>
        <source>Doubts at the left, hits in the middle, bookmarks and remarks at the right</source>
        <translation>左：待核；中：查找结果；右：书签与批注</translation>
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
    <name>Pages</name>
    <message>
        <source>Template</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Make Pages Again</source>
        <translation>重新排版</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>版式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>文稿(&amp;D)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Whole Page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>100%</source>
        <translation>100%</translation>
    </message>
    <message>
        <source>To Look At</source>
        <translation>要看的</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>期次</translation>
    </message>
    <message>
        <source>Nothing to look at: every line and picture stands as it should.</source>
        <translation>没有要看的：每一行、每张图都排得合规。</translation>
    </message>
    <message>
        <source>What is wrong with the pages is listed here.</source>
        <translation>版面上要处理的，会列在这里。</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Page Findings</source>
        <translation>版面问题</translation>
    </message>
    <message>
        <source>Page {number}: {finding}</source>
        <translation>第 {number} 页：{finding}</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Opening texts</source>
        <translation>正在打开文稿</translation>
    </message>
    <message>
        <source>Making pages</source>
        <translation>正在排版</translation>
    </message>
    <message>
        <source>{lines} lines find no room on {count} pages.</source>
        <translation>{count} 页放不下，还多 {lines} 行。</translation>
    </message>
    <message>
        <source>There is no text to print. Import texts with Ctrl+I, or choose other documents.</source>
        <translation>没有可以上版的文字。按 Ctrl+I 导入文稿，或在上面另选文稿。</translation>
    </message>
    <message>
        <source>Stopped. These pages are not up to date.</source>
        <translation>排版已停下，眼前的版面还不是最新的。</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全部文稿</translation>
    </message>
    <message>
        <source>The document under review</source>
        <translation>正在审阅的一篇</translation>
    </message>
    <message>
        <source>{count} documents chosen</source>
        <translation>选定的 {count} 篇</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>{page}: {headline}</source>
        <translation>{page}：{headline}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>A few letters: Chinese, English or pinyin</source>
        <translation>输入几个字：中文、英文或拼音首字母</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Preflight: {name}</source>
        <translation>印前检查：{name}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Nothing a print house would send back was found.</source>
        <translation>没有发现印厂会退回的问题。</translation>
    </message>
    <message>
        <source>To mend before print: {count}</source>
        <translation>付印前要改：{count} 处</translation>
    </message>
    <message>
        <source>Whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>{left} mm from the left, {top} mm from the top</source>
        <translation>距左 {left} 毫米、距上 {top} 毫米</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>In text order</source>
        <translation>按文序</translation>
    </message>
    <message>
        <source>By need</source>
        <translation>按需要</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>Order (O)</source>
        <translation>次序（O）</translation>
    </message>
    <message>
        <source>Kinds shown</source>
        <translation>显示的类别</translation>
    </message>
    <message>
        <source>This kind only, or all (K)</source>
        <translation>只看这一类或全部（K）</translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation>全部类别（{count}）</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>There is no bookmark here.</source>
        <translation>本篇没有书签。</translation>
    </message>
    <message>
        <source>Select the wrong characters first.</source>
        <translation>请先选中错处。</translation>
    </message>
    <message>
        <source>Mark a Mistake</source>
        <translation>标记差错</translation>
    </message>
    <message>
        <source>No mistake is marked here.</source>
        <translation>此处没有标记差错。</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Click in the text, or press Enter or F2, to change a paragraph.</source>
        <translation>要改这一段，单击文字，或按 Enter、F2。</translation>
    </message>
    <message>
        <source>Cut: Ctrl+V moves it to the caret, Esc leaves it where it stands.</source>
        <translation>已剪切：按 Ctrl+V 移到光标处，按 Esc 则原处不动。</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>the issue</source>
        <translation>期次</translation>
    </message>
    <message>
        <source>; it stays in what was changed since: {titles}</source>
        <translation>；其后另有改动的未动：{titles}</translation>
    </message>
    <message>
        <source>Put the caret where the paragraph is to end.</source>
        <translation>请先把光标放到要分段的地方。</translation>
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
        <source>By</source>
        <translation>谁、何时</translation>
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
    <name>Shortcuts</name>
    <message>
        <source>All Commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Reading pinyin</source>
        <translation>正在读取拼音</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本篇</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>全库</translation>
    </message>
    <message>
        <source>Changes by person and kind</source>
        <translation>各人各类改动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Characters (字数), marks included</source>
        <translation>字数（计标点）</translation>
    </message>
    <message>
        <source>Without marks</source>
        <translation>不计标点</translation>
    </message>
    <message>
        <source>Characters without spaces</source>
        <translation>字符数（不计空格）</translation>
    </message>
    <message>
        <source>Characters of the page (版面字数)</source>
        <translation>版面字数</translation>
    </message>
    <message>
        <source>Mistakes marked, and what they count</source>
        <translation>标记差错处数／计错</translation>
    </message>
    <message>
        <source>Only mistakes an editor has marked count, by the annex of 2020; what the extraction damaged or the rules repaired never does.</source>
        <translation>只计编辑标记的差错，按 2020 年《报纸编校差错率计算方法》；提取损坏与规则修复一概不计。</translation>
    </message>
    <message>
        <source>Error rate {rate} in 10,000: within the law&apos;s {legal}</source>
        <translation>差错率 {rate}/万：未超过法定 {legal}/万</translation>
    </message>
    <message>
        <source>Error rate {rate} in 10,000: above the law&apos;s {legal}</source>
        <translation>差错率 {rate}/万：超过法定 {legal}/万</translation>
    </message>
    <message>
        <source>{base} on {pages} pages</source>
        <translation>{base}（{pages} 版）</translation>
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
        <source>Estimated errors left</source>
        <translation>估计余错</translation>
    </message>
    <message>
        <source>What the rules decided alone: the sum of their own chances of being wrong. Doubts are not in it.</source>
        <translation>规则自行决定之处各自出错概率之和，待核的不计在内。</translation>
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
        <source>about {count} wrong unasked</source>
        <translation>估计余错 {count}</translation>
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
        <source>Change Role</source>
        <translation>改角色</translation>
    </message>
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
        <source>Enter accept · Delete keep raw · 1–9 alternative · Space later · A all alike · Esc to the text</source>
        <translation>Enter 采用 · Delete 保留原文 · 1–9 选候选 · 空格 稍后 · A 同类并核 · Esc 回正文</translation>
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
        <source>Remarks</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Neither a person nor a rule has changed this paragraph.</source>
        <translation>本段没有人或规则改动过。</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>同类列表</translation>
    </message>
    <message>
        <source>Space takes one out · Enter does the rest · G shows the place · Esc closes</source>
        <translation>空格 取出一条 · Enter 处理其余 · G 看原处 · Esc 关闭</translation>
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
    <message>
        <source>Give Up What Was Typed and Quit</source>
        <translation>放弃刚打的字并退出</translation>
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
