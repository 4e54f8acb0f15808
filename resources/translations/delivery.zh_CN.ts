<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DeliveryPage</name>
    <message>
        <source>Search results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Name, initials, number, end of phone or id number</source>
        <translation>姓名、拼音首字母、编号、电话或证件号末几位</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Results that have arrived</source>
        <translation>登记结果到达</translation>
    </message>
    <message>
        <source>Mark all of this citizen</source>
        <translation>勾选这位申请人的全部结果</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>Citizen&apos;s turn</source>
        <translation>请群众操作</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every result that is here and has not been handed out: what is late or nearly late first, then the oldest. What deferred materials hold back stands at the end with what is missing.&lt;/p&gt;&lt;p&gt;Type a name, initials, a number, the end of a phone or id number. &lt;b&gt;↑ ↓&lt;/b&gt; choose · &lt;b&gt;Insert&lt;/b&gt; marks several · &lt;b&gt;Alt+2&lt;/b&gt; marks all of this citizen · &lt;b&gt;Enter&lt;/b&gt; asks how and who signs, Enter again prints the receipts of delivery · &lt;b&gt;Alt+3&lt;/b&gt; opens the case.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1&lt;/b&gt; lists the cases whose result is still on its way: mark what the courier brought, Enter registers all of it at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;在窗口、尚未送达的全部结果：逾期和将到期的在前，其次按到达先后。因容缺材料未补齐暂不能送达的排在最后，并写明缺什么。&lt;/p&gt;&lt;p&gt;输入姓名、拼音首字母、编号、电话或证件号末几位即可查找。&lt;b&gt;↑ ↓&lt;/b&gt; 选择 · &lt;b&gt;Insert&lt;/b&gt; 勾选多件 · &lt;b&gt;Alt+2&lt;/b&gt; 勾选这位申请人的全部结果 · &lt;b&gt;Enter&lt;/b&gt; 填写送达方式和签收人，再按 Enter 打印送达回证 · &lt;b&gt;Alt+3&lt;/b&gt; 打开办件。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1&lt;/b&gt; 列出结果还在途中的办件：勾选交换员送来的，按 Enter 一次登记到达。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 on their way</source>
        <translation>%1件在途</translation>
    </message>
    <message>
        <source>%1 to hand out</source>
        <translation>%1件待送达</translation>
    </message>
    <message>
        <source>%1 marked</source>
        <translation>已勾选%1件</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>没有符合的。</translation>
    </message>
    <message>
        <source>No case waits for its result.</source>
        <translation>没有等待结果的办件。</translation>
    </message>
    <message>
        <source>No result waits for a citizen.</source>
        <translation>没有等待领取的结果。</translation>
    </message>
    <message>
        <source>Arrived: %1</source>
        <translation>到达的结果：%1</translation>
    </message>
    <message>
        <source>To hand out: %1</source>
        <translation>送达：%1</translation>
    </message>
    <message>
        <source>Register as arrived</source>
        <translation>登记到达</translation>
    </message>
    <message>
        <source>Hand out and print the receipt</source>
        <translation>送达并打印送达回证</translation>
    </message>
    <message>
        <source>%1 results registered</source>
        <translation>已登记%1件结果到达</translation>
    </message>
    <message>
        <source>%1 results handed out</source>
        <translation>已送达%1件结果</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Insert marks · Enter goes on</source>
        <translation>↑ ↓ 选择 · Insert 勾选 · Enter 继续</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>StuckPage</name>
    <message>
        <source>Where cases lie</source>
        <translation>办件在哪里</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办办件</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>存为电子表格</translation>
    </message>
    <message>
        <source>Who holds what</source>
        <translation>卡在哪里</translation>
    </message>
    <message>
        <source>&lt;p&gt;On the left the departments and windows where open cases lie now: how many, how many are red, and the working days of the longest. On the right the cases of the one under the bar, the longest first, with step, post and person.&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; choose · &lt;b&gt;Enter&lt;/b&gt; goes to the cases, and there opens the case · &lt;b&gt;Tab&lt;/b&gt; changes the list · &lt;b&gt;Ctrl+E&lt;/b&gt; saves all of it as a spreadsheet.&lt;/p&gt;</source>
        <translation>&lt;p&gt;左边是在办的办件现在停在哪些部门和窗口：件数、红灯数、停留最久的工作日。右边是选中部门的办件，停留最久的在前，写明环节、岗位和责任人。&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; 选择 · &lt;b&gt;Enter&lt;/b&gt; 进入办件清单，再按 Enter 打开办件 · &lt;b&gt;Tab&lt;/b&gt; 换到另一张清单 · &lt;b&gt;Ctrl+E&lt;/b&gt; 全部存为电子表格。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>没有在办的办件。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>who-holds-what-%1.xlsx</source>
        <translation>在办清单-%1.xlsx</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Days held</source>
        <translation>停留工作日</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>责任人</translation>
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
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>%1 lines written to %2</source>
        <translation>已写入%1行：%2</translation>
    </message>
    <message>
        <source>The list was not written: %1</source>
        <translation>清单没有写成：%1</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红灯</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
</context>
</TS>
