<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>BehindTable</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
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
        <source>Counted on</source>
        <translation>计入日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
</context>
<context>
    <name>CasesBehind</name>
    <message>
        <source>Cases behind the figure</source>
        <translation>数字对应的办件</translation>
    </message>
    <message>
        <source>Back to the figures</source>
        <translation>返回数字</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>%1 in %2 lines</source>
        <translation>共 %1，分 %2 条</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 条</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>Nothing to draw for this period.</source>
        <translation>这一期没有可画的数字。</translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>按日</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>按年</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
</context>
<context>
    <name>StatisticsExport</name>
    <message>
        <source>Save the statistics</source>
        <translation>保存统计表</translation>
    </message>
    <message>
        <source>statistics-%1.xlsx</source>
        <translation>统计-%1.xlsx</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>%1 lines written to %2</source>
        <translation>已写入 %1 行：%2</translation>
    </message>
    <message>
        <source>The list was not written: %1</source>
        <translation>没有写成：%1</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>Supervision report</source>
        <translation>督查通报</translation>
    </message>
    <message>
        <source>&lt;p&gt;What a day, a month or a year has brought, by item, window, clerk or time. The first row is the whole; the rows below always add up to it.&lt;/p&gt;&lt;p&gt;&lt;b&gt;PgUp PgDn&lt;/b&gt; the period before and behind · &lt;b&gt;Alt+1 2 3&lt;/b&gt; day, month, year · &lt;b&gt;1 2 3&lt;/b&gt; cases, days, service · &lt;b&gt;Alt+4 … 7&lt;/b&gt; by item, window, clerk, time.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; on a figure lists what was counted, line by line, Enter opens it, &lt;b&gt;Esc&lt;/b&gt; goes back · &lt;b&gt;F9&lt;/b&gt; issues the supervision report of the month · &lt;b&gt;Ctrl+E&lt;/b&gt; saves all sheets as a spreadsheet.&lt;/p&gt;&lt;p&gt;Days are working days; those of a special procedure are not counted. The median is the middle case; nine of ten cases took no longer than the 90 % figure. Promised and legal days are those of the acceptance notice. A thing counts on the day on which it was entered; what was open or overdue is as it stood at the end of the period. Of items applied for as one each is counted once it has its own case; a notice, a visit or an amendment for all of them counts once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;一天、一月或一年的办件情况，按事项、窗口、经办人或时间分列。第一行是合计，下面各行相加总等于合计。&lt;/p&gt;&lt;p&gt;&lt;b&gt;PgUp PgDn&lt;/b&gt; 上一期、下一期 · &lt;b&gt;Alt+1 2 3&lt;/b&gt; 日、月、年 · &lt;b&gt;1 2 3&lt;/b&gt; 办件、时限、服务 · &lt;b&gt;Alt+4 … 7&lt;/b&gt; 按事项、窗口、经办人、时间分列。&lt;/p&gt;&lt;p&gt;在数字上按 &lt;b&gt;Enter&lt;/b&gt; 逐条列出所计的内容，再按 Enter 打开，&lt;b&gt;Esc&lt;/b&gt; 返回 · &lt;b&gt;F9&lt;/b&gt; 出具当月督查通报 · &lt;b&gt;Ctrl+E&lt;/b&gt; 把各表存为电子表格。&lt;/p&gt;&lt;p&gt;天数按工作日计，特别程序的日子不计。实际天数取居中的一件；十件中有九件不超过“九成在内”的天数。承诺天数、法定天数以受理通知书为准。各项按登记当日统计；未办结、超期以期末当日的情况为准。一件事分办后按事项计数；补正告知、群众再次到场、更正，整件只计一次。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 · as it stood on %2</source>
        <translation>%1（截至 %2）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The supervision report is being made …</source>
        <translation>正在生成督查通报……</translation>
    </message>
</context>
</TS>
