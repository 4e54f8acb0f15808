<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ActionFlow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ActionsPanel</name>
    <message>
        <source>Actions</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Nothing is to be done with this case now.</source>
        <translation>这个办件现在没有要办的。</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <translation>不能%1：%2</translation>
    </message>
    <message>
        <source>Lawful now</source>
        <translation>现在可以办的</translation>
    </message>
    <message>
        <source>%1 and print</source>
        <translation>%1并打印</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Waiting papers</source>
        <translation>待打印的文书</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>全部打印</translation>
    </message>
    <message>
        <source>All that were sent are out</source>
        <translation>送出的都已出纸</translation>
    </message>
    <message>
        <source>This one is not</source>
        <translation>选中的没有出纸</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, reprint no. %2</source>
        <translation>%1（补打 第%2次）</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>正在送出</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已送打印机</translation>
    </message>
    <message>
        <source>held in the queue</source>
        <translation>滞留在队列</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打出</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>已出纸</translation>
    </message>
    <message>
        <source>%1 of %2 sheets handed over</source>
        <translation>已送出%1张，共%2张</translation>
    </message>
    <message>
        <source>No paper is waiting.</source>
        <translation>没有待打印的文书。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>BundleFlow</name>
    <message>
        <source>Cases of one matter</source>
        <translation>一件事的各办件</translation>
    </message>
    <message>
        <source>{name}, {number}: {done} of {count} items are done</source>
        <translation>{name}，总编号{number}：{count}项中已办结{done}项</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>With whom now</source>
        <translation>现在在谁手里</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>One item of %1, number of the whole %2 · Alt+9 lists all of them</source>
        <translation>属于一件事“%1”，总编号%2 · Alt+9 看全部事项</translation>
    </message>
    <message>
        <source>%1&#x3000;(through %2)</source>
        <translation>%1&#x3000;（由%2代办）</translation>
    </message>
    <message>
        <source>%1 (due today)</source>
        <translation>%1（今日到期）</translation>
    </message>
    <message>
        <source>%1 (%2 working days over)</source>
        <translation>%1（超期%2个工作日）</translation>
    </message>
    <message>
        <source>%1 (%2 working days left)</source>
        <translation>%1（还剩%2个工作日）</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>&lt;p&gt;On the left the chain: who did what, when, and how long it lay there. On the right the materials, every sheet of paper with its state, and each entry of the ledger in words.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1 … Alt+0&lt;/b&gt; tabs · &lt;b&gt;F8&lt;/b&gt; turns the window to the citizen, who checks and rates; it comes back by your password · &lt;b&gt;F9&lt;/b&gt; or Enter on a paper shows and prints it; a reprint is marked and asks why · &lt;b&gt;Ctrl+Z&lt;/b&gt; takes a conclusion back until its paper is printed · &lt;b&gt;Ctrl+C&lt;/b&gt; copies the number · &lt;b&gt;Esc&lt;/b&gt; back to where you came from.&lt;/p&gt;&lt;p&gt;A case that was only received can be checked again with the number keys and concluded here.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+P&lt;/b&gt; the policies that fit the applicant · &lt;b&gt;Alt+I&lt;/b&gt; the intermediaries the item may need.&lt;/p&gt;</source>
        <translation>&lt;p&gt;左边是办理链条：谁在什么时候办了什么、停留了多久。右边是材料、扫描件、每份文书及其状态、逐条记录，以及市里的答复。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1 … Alt+0&lt;/b&gt; 换页签 · &lt;b&gt;F8&lt;/b&gt; 请群众操作：核对登记内容、作出评价，凭您的密码交回 · &lt;b&gt;F9&lt;/b&gt; 或在文书上按 Enter 查看并打印，补打有标记并要说明原因 · &lt;b&gt;Ctrl+Z&lt;/b&gt; 文书打印前撤销结论 · &lt;b&gt;Ctrl+C&lt;/b&gt; 复制编号 · &lt;b&gt;Esc&lt;/b&gt; 返回来处。&lt;/p&gt;&lt;p&gt;只收件未作结论的，可在这里用数字键重新核验并作出结论。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+P&lt;/b&gt; 适合申请人的政策 · &lt;b&gt;Alt+I&lt;/b&gt; 这个事项可能用到的中介服务。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>1 Materials</source>
        <translation>1 材料</translation>
    </message>
    <message>
        <source>2 Papers</source>
        <translation>2 文书</translation>
    </message>
    <message>
        <source>3 Entries</source>
        <translation>3 办理记录</translation>
    </message>
    <message>
        <source>4 Conclude</source>
        <translation>4 作出结论</translation>
    </message>
    <message>
        <source>5 City</source>
        <translation>5 市里</translation>
    </message>
    <message>
        <source>6 Go on</source>
        <translation>6 办理</translation>
    </message>
    <message>
        <source>7 Scans</source>
        <translation>7 扫描件</translation>
    </message>
    <message>
        <source>8 Ratings</source>
        <translation>8 评价</translation>
    </message>
    <message>
        <source>9 Items</source>
        <translation>9 事项</translation>
    </message>
    <message>
        <source>0 Put right</source>
        <translation>0 更正</translation>
    </message>
    <message>
        <source>Alt + digit</source>
        <translation>Alt + 数字</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Paper: show and print</source>
        <translation>查看并打印文书</translation>
    </message>
    <message>
        <source>5 City (%1)</source>
        <translation>5 市里（%1）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
</context>
<context>
    <name>CaseScansFlow</name>
    <message>
        <source>Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;All files (*)</source>
        <translation>图片和PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Scanned pages: %1</source>
        <translation>扫描件：%1</translation>
    </message>
    <message>
        <source>%1 page %2.pdf</source>
        <translation>%1 第%2页.pdf</translation>
    </message>
    <message>
        <source>Copy with watermark</source>
        <translation>带水印的复制件</translation>
    </message>
    <message>
        <source>The copy with its watermark is written.</source>
        <translation>带水印的复制件已写好。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>%1 items · %2</source>
        <translation>共%1项 · %2</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>Name or part of it, case number, end of id number or phone, item, pinyin initials</source>
        <translation>姓名（可只输一部分）、办件编号、证件或电话尾号、事项、拼音首字母</translation>
    </message>
    <message>
        <source>&lt;p&gt;Type any part: a name, a case number, the last digits of an id number or phone, an item, pinyin initials. Several words must all match. The newest case is on top.&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; choose · &lt;b&gt;Enter&lt;/b&gt; opens · &lt;b&gt;Ctrl+C&lt;/b&gt; copies the case number · &lt;b&gt;Alt+1 … Alt+5&lt;/b&gt; filter · &lt;b&gt;Alt+0&lt;/b&gt; shows all again · &lt;b&gt;Ctrl+E&lt;/b&gt; saves the list as a spreadsheet.&lt;/p&gt;&lt;p&gt;Items that were applied for as one matter are one line; Enter lists them. An item is a line of its own where only it is found, and all of them with &lt;b&gt;Alt+6&lt;/b&gt;, as they are counted.&lt;/p&gt;</source>
        <translation>&lt;p&gt;输入任意一部分：姓名、办件编号、证件或电话尾号、事项、拼音首字母；输入几个词时要同时符合。最新的办件排在最前。&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; 选择；&lt;b&gt;Enter&lt;/b&gt; 打开；&lt;b&gt;Ctrl+C&lt;/b&gt; 复制办件编号；&lt;b&gt;Alt+1 … Alt+5&lt;/b&gt; 筛选；&lt;b&gt;Alt+0&lt;/b&gt; 全部显示；&lt;b&gt;Ctrl+E&lt;/b&gt; 导出表格&lt;/p&gt;&lt;p&gt;一件事只占一行，Enter 打开后列出各事项；只查到其中一项时，该项单独显示。&lt;b&gt;Alt+6&lt;/b&gt; 逐项列出全部事项，与统计口径一致。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Ctrl+C copies the number</source>
        <translation>↑ ↓ 选择&#x3000;Enter 打开&#x3000;Ctrl+C 复制编号</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer words, or Alt+0 to show all again.</source>
        <translation>没有找到。少输几个字再试，或按 Alt+0 显示全部。</translation>
    </message>
    <message>
        <source>No case yet. F2 takes in the first one.</source>
        <translation>还没有办件。按 F2 开始收件。</translation>
    </message>
    <message>
        <source>the newest %1, more below</source>
        <translation>最新 %1 件，往下还有</translation>
    </message>
    <message>
        <source>%1 cases</source>
        <translation>共 %1 件</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>cases-%1.xlsx</source>
        <translation>办件-%1.xlsx</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Id number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>时限灯</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>The list is being written…</source>
        <translation>正在导出列表…</translation>
    </message>
    <message>
        <source>%1 cases written to %2</source>
        <translation>已导出 %1 件：%2</translation>
    </message>
    <message>
        <source>The list was not written: %1</source>
        <translation>没有导出：%1</translation>
    </message>
</context>
<context>
    <name>CityFlow</name>
    <message>
        <source>Noted: %1</source>
        <translation>已记录：%1</translation>
    </message>
    <message>
        <source>Noted: both sides were read, the case goes on.</source>
        <translation>已记录：两边都看过，继续办理。</translation>
    </message>
    <message>
        <source>Noted: one side holds, the other stays in the entries.</source>
        <translation>已记录：以选定一方为准，另一方仍在办理记录里。</translation>
    </message>
</context>
<context>
    <name>CityTab</name>
    <message>
        <source>Answers of the city</source>
        <translation>市里的答复</translation>
    </message>
    <message>
        <source>The city has not said anything about this case yet.</source>
        <translation>市里对这件还没有答复。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ConcludePanel</name>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Why is there a further notice on this case?</source>
        <translation>为什么再次告知？</translation>
    </message>
    <message>
        <source>Conclude and print</source>
        <translation>作出结论并打印</translation>
    </message>
    <message>
        <source>Lawful now</source>
        <translation>现在可以作出</translation>
    </message>
    <message>
        <source>Nothing can be concluded at this window now; why is said below.</source>
        <translation>本窗口现在没有可以作出的结论，原因见下。</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <translation>不可“%1”：%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Say why: a second notice on the same case is on record.</source>
        <translation>请写明原因：同一办件再次告知要留下记录。</translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <source>Both were read, the case goes on as it stands</source>
        <translation>两边都看过，按现状继续办</translation>
    </message>
    <message>
        <source>Say which side holds</source>
        <translation>选定以哪一方为准</translation>
    </message>
    <message>
        <source>Nothing of either is lost: both stay in the entries of the case.</source>
        <translation>两边都没有丢失，都留在这件的记录里。</translation>
    </message>
    <message>
        <source>Whose word holds</source>
        <translation>以哪个窗口为准</translation>
    </message>
    <message>
        <source>Reason (stays on record)</source>
        <translation>原因（留作记录）</translation>
    </message>
    <message>
        <source>What the other window decided is left out of the case; it stays in the entries.</source>
        <translation>另一个窗口作出的处理不再计入本件，仍保留在办理记录里。</translation>
    </message>
    <message>
        <source>So it holds</source>
        <translation>以此为准</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>输入查找</translation>
    </message>
    <message>
        <source>Enter on or off · Esc done</source>
        <translation>Enter 选中或取消&#x3000;Esc 完成</translation>
    </message>
</context>
<context>
    <name>FamilyTable</name>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>办理机关</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>{name} (the whole)</source>
        <translation>{name}（总件）</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Open ones only</source>
        <translation>只看未办结</translation>
    </message>
    <message>
        <source>Every item by itself</source>
        <translation>逐项列出</translation>
    </message>
    <message>
        <source>All again</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>MaterialTable</name>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>MaterialsTab</name>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>1 complete · 2 missing · 3 faulty · 4 deferred · 5 pledged · 6 shared · 0 not applicable</source>
        <translation>1 齐全&#x3000;2 缺&#x3000;3 有误&#x3000;4 容缺&#x3000;5 承诺&#x3000;6 共享&#x3000;0 不适用</translation>
    </message>
    <message>
        <source>What is wrong, then Enter</source>
        <translation>错在哪里（Enter 确认）</translation>
    </message>
    <message>
        <source>Say what is wrong: the notice prints it.</source>
        <translation>请写明错在哪里，告知单上要印出来。</translation>
    </message>
    <message>
        <source>Common: %1</source>
        <translation>常见：%1</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>It is out</source>
        <translation>已出纸</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>没有出来</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>换打印机</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>PgUp PgDn page · + − zoom · 0 fit</source>
        <translation>PgUp PgDn 翻页&#x3000;+ − 缩放&#x3000;0 适合宽度</translation>
    </message>
    <message>
        <source>Sent as a picture: the printer has no letters for %1</source>
        <translation>这张以图形送出：打印机没有“%1”字</translation>
    </message>
    <message>
        <source>Is the sheet out?</source>
        <translation>纸出来了吗？</translation>
    </message>
    <message>
        <source>Print once more</source>
        <translation>再打一次</translation>
    </message>
    <message>
        <source>Reprint no. %1, marked on the sheet</source>
        <translation>补打 第%1次（纸上有标记）</translation>
    </message>
    <message>
        <source>First print</source>
        <translation>首次打印</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>正在生成…</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Queued, on its way…</source>
        <translation>已排队，正在发送…</translation>
    </message>
    <message>
        <source>In the printer&apos;s queue</source>
        <translation>已送打印机，正在排队</translation>
    </message>
    <message>
        <source>Handed to the printer</source>
        <translation>已送打印机</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>未打出</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>已出纸</translation>
    </message>
    <message>
        <source>Cannot be made</source>
        <translation>无法生成</translation>
    </message>
    <message>
        <source>No printer chosen</source>
        <translation>未选择打印机</translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>文件夹：%1</translation>
    </message>
    <message>
        <source>Printer: %1, stopped</source>
        <translation>打印机：%1（已暂停）</translation>
    </message>
    <message>
        <source>Printer: %1</source>
        <translation>打印机：%1</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>保存文书</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>Folder for papers</source>
        <translation>存放文书的文件夹</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>文书预览</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第%1页</translation>
    </message>
</context>
<context>
    <name>PickerPanel</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Type to find a printer</source>
        <translation>输入查找打印机</translation>
    </message>
    <message>
        <source>Print on which printer?</source>
        <translation>用哪台打印机？</translation>
    </message>
    <message>
        <source>This computer has no printer. The paper can be saved into a folder.</source>
        <translation>这台电脑没有打印机，可以把文书保存到文件夹。</translation>
    </message>
    <message>
        <source>Save as PDF into a folder…</source>
        <translation>保存为 PDF 到文件夹…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>It is stopped: %1. Start it again at the printer or in the system.</source>
        <translation>打印机已暂停：%1。请在打印机或系统里恢复后再选。</translation>
    </message>
</context>
<context>
    <name>PrintDesk</name>
    <message>
        <source>Paper %1 is not confirmed; it waits on Today.</source>
        <translation>文书%1还没有确认出纸，已列入“今日”。</translation>
    </message>
    <message>
        <source>%1 sheets never left when the program ended. Today, Ctrl+P prints them.</source>
        <translation>上次关闭程序时有%1张文书没有送出，在“今日”按 Ctrl+P 打印，文号不变。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Paper %1 is out.</source>
        <translation>文书%1已出纸。</translation>
    </message>
</context>
<context>
    <name>RatingsFlow</name>
    <message>
        <source>Citizen&apos;s turn</source>
        <translation>请群众操作</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>RatingsTab</name>
    <message>
        <source>To be done about ratings</source>
        <translation>评价事务</translation>
    </message>
    <message>
        <source>Nothing is to be done about ratings now.</source>
        <translation>现在没有要办的评价事务。</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Another reason</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reason in words, then Enter</source>
        <translation>写明原因（Enter 确认）</translation>
    </message>
    <message>
        <source>Reprint no. %1: why?</source>
        <translation>补打 第%1次，原因是？</translation>
    </message>
    <message>
        <source>Say why: it stands in the ledger.</source>
        <translation>请写明原因：补打要留下记录。</translation>
    </message>
</context>
<context>
    <name>ScansTab</name>
    <message>
        <source>Scanned pages by material</source>
        <translation>各材料的扫描件</translation>
    </message>
    <message>
        <source>Pages of the material</source>
        <translation>这份材料的页面</translation>
    </message>
    <message>
        <source>No page scanned: S file, Ctrl+V paste, or drop files on the row</source>
        <translation>还没有扫描件：S 选文件，Ctrl+V 粘贴，或把文件拖到这一行</translation>
    </message>
    <message>
        <source>Why is the page removed? It goes on record; then Enter</source>
        <translation>为什么移除这一页？原因会记入账目，写好按 Enter</translation>
    </message>
    <message>
        <source>S or Ins add · → pages · Space look · Del remove · E copy with watermark</source>
        <translation>S 或 Ins 添加 · → 到页面 · 空格 看大图 · Del 移除 · E 带水印复制件</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>送达情况</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>page %1 of %2 …</source>
        <translation>第 %1/%2 页…</translation>
    </message>
    <message>
        <source>adding %1 …</source>
        <translation>正在添加 %1 个…</translation>
    </message>
    <message>
        <source>Say why: it stands in the ledger.</source>
        <translation>请写明原因：会记入账目。</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Not printed yet</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>文书编号</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>印次</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Printer, reason</source>
        <translation>打印机、原因</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>TakeOverFlow</name>
    <message>
        <source>Take over</source>
        <translation>接办</translation>
    </message>
    <message>
        <source>Reason (stays on record)</source>
        <translation>原因（留作记录）</translation>
    </message>
    <message>
        <source>Take over from %1</source>
        <translation>接办%1的办件</translation>
    </message>
    <message>
        <source>Yours now: %1</source>
        <translation>已接办：%1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Chain of the case</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>%1 · window %2</source>
        <translation>%1 · %2号窗口</translation>
    </message>
    <message>
        <source>held %1 working days</source>
        <translation>停留 %1 个工作日</translation>
    </message>
</context>
</TS>
