<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CalendarSection</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Paste the notice, or days: 2027-01-01~2027-01-03 休；2027-02-06 班</source>
        <translation>粘贴通知原文，或逐日写：2027-01-01~2027-01-03 休；2027-02-06 班</translation>
    </message>
    <message>
        <source>Holiday notice of the State Council</source>
        <translation>国务院办公厅节假日安排通知</translation>
    </message>
    <message>
        <source>Each sentence says its days and 放假 (休) or 上班 (班)</source>
        <translation>每句写明日期，并写“放假”（休）或“上班”（班）</translation>
    </message>
    <message>
        <source>Enter this year</source>
        <translation>录入这一年</translation>
    </message>
    <message>
        <source>Work calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>open</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Days of the region</source>
        <translation>地方节假日</translation>
    </message>
    <message>
        <source>Why, such as 壮族三月三</source>
        <translation>原因，例如：壮族三月三</translation>
    </message>
    <message>
        <source>Set day</source>
        <translation>设定这一天</translation>
    </message>
    <message>
        <source>Days of the region, they win over the national ones</source>
        <translation>地方节假日（以地方规定为准）</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>已有：%1</translation>
    </message>
    <message>
        <source>%1 is entered: %2 days off, %3 weekend days worked.</source>
        <translation>%1年已录入：休息%2天，周末上班%3天。</translation>
    </message>
    <message>
        <source>Say why: the clerks see it beside the day.</source>
        <translation>请写明原因，经办人会在这一天旁边看到。</translation>
    </message>
    <message>
        <source>%1 is set.</source>
        <translation>%1 已设定。</translation>
    </message>
</context>
<context>
    <name>CatalogueSection</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项数</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>Catalogue versions</source>
        <translation>目录版本</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Use the sample catalogue</source>
        <translation>使用示例目录</translation>
    </message>
    <message>
        <source>Excel workbook of the official export, or JSON</source>
        <translation>市里下发的目录文件（Excel 或 JSON）</translation>
    </message>
    <message>
        <source>Catalogue versions, each is kept: cases hold on to theirs</source>
        <translation>目录版本（全部保留，办件沿用收件时的版本）</translation>
    </message>
    <message>
        <source>Faults of the file</source>
        <translation>文件中的错误</translation>
    </message>
    <message>
        <source>Catalogue file</source>
        <translation>目录文件</translation>
    </message>
    <message>
        <source>Catalogues (*.xlsx *.json)</source>
        <translation>目录文件 (*.xlsx *.json)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Reading the sample catalogue …</source>
        <translation>正在读取示例目录…</translation>
    </message>
    <message>
        <source>The catalogue is in.</source>
        <translation>目录已导入。</translation>
    </message>
    <message>
        <source>This very catalogue was here already; nothing was changed.</source>
        <translation>这份目录已经在用，没有改动。</translation>
    </message>
    <message>
        <source>%1 faults, nothing was imported</source>
        <translation>有%1处错误，未导入任何内容</translation>
    </message>
</context>
<context>
    <name>CatalogueStep</name>
    <message>
        <source>A file from the city: Excel or JSON</source>
        <translation>市里下发的目录文件（Excel 或 JSON）</translation>
    </message>
    <message>
        <source>The sample catalogue, to try it out (marked as a sample)</source>
        <translation>示例目录，供试用（文书上注明“示例”）</translation>
    </message>
    <message>
        <source>Later, in the settings; nothing can be taken in until then</source>
        <translation>以后在设置中导入；在此之前不能收件</translation>
    </message>
    <message>
        <source>Choose the file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Only items of the catalogue can be taken in.</source>
        <translation>只有目录内的事项才能收件。</translation>
    </message>
    <message>
        <source>Catalogue file</source>
        <translation>目录文件</translation>
    </message>
    <message>
        <source>Catalogues (*.xlsx *.json)</source>
        <translation>目录文件 (*.xlsx *.json)</translation>
    </message>
    <message>
        <source>Choose the file first, or one of the other two.</source>
        <translation>请先选择文件，或改选另外两项。</translation>
    </message>
</context>
<context>
    <name>CitizenTurnGuard</name>
    <message>
        <source>Thank you. Your rating is on record.</source>
        <translation>谢谢，您的评价已记录。</translation>
    </message>
    <message>
        <source>The citizen says that something is not right: check it together.</source>
        <translation>群众说登记的内容有错，请一起核对。</translation>
    </message>
</context>
<context>
    <name>CitizenView</name>
    <message>
        <source>The citizen&apos;s turn</source>
        <translation>请群众操作</translation>
    </message>
    <message>
        <source>We will put it right with you.</source>
        <translation>窗口工作人员会和您一起更正。</translation>
    </message>
    <message>
        <source>You did not rate. Thank you.</source>
        <translation>您没有评价，谢谢。</translation>
    </message>
</context>
<context>
    <name>ClerkStep</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>As printed on papers</source>
        <translation>与文书上打印的一致</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>2 to 20 small letters or digits, such as li01</source>
        <translation>2至20位小写字母或数字，例如 li01</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>You become the lead of the hall: settings, clerks, colleagues&apos; drafts.</source>
        <translation>您将成为窗口负责人：管理设置、人员，可查看同事的草稿。</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>2 to 20 letters a–z or digits, nothing else.</source>
        <translation>请用2至20位字母 a–z 或数字。</translation>
    </message>
</context>
<context>
    <name>ClerksSection</name>
    <message>
        <source>Clerks</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>active</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>2 to 20 small letters or digits; never changes</source>
        <translation>2至20位小写字母或数字，以后不能改</translation>
    </message>
    <message>
        <source>As printed on papers</source>
        <translation>与文书上打印的一致</translation>
    </message>
    <message>
        <source>Lead of the hall</source>
        <translation>窗口负责人</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>初始密码</translation>
    </message>
    <message>
        <source>Add clerk</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>New clerk</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>%1 can log in now.</source>
        <translation>%1 现在可以登录。</translation>
    </message>
    <message>
        <source>You cannot retire yourself; another lead can.</source>
        <translation>不能停用自己，请由另一位负责人操作。</translation>
    </message>
    <message>
        <source>%1 can log in no more; what was done stays on record.</source>
        <translation>%1 不能再登录，办过的业务保留在案。</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>It is right  Enter</source>
        <translation>无误&#x3000;Enter</translation>
    </message>
    <message>
        <source>It is right, I am the agent  D</source>
        <translation>无误，我是代理人&#x3000;D</translation>
    </message>
    <message>
        <source>Something is wrong  0</source>
        <translation>有错&#x3000;0</translation>
    </message>
    <message>
        <source>Larger print  +</source>
        <translation>大字&#x3000;+</translation>
    </message>
    <message>
        <source>Please check what we have written down</source>
        <translation>请核对我们登记的内容</translation>
    </message>
</context>
<context>
    <name>CorrectionSection</name>
    <message>
        <source>Calendar days for corrections</source>
        <translation>补正期限（自然日）</translation>
    </message>
    <message>
        <source>0: no limit is published</source>
        <translation>0：没有公布期限</translation>
    </message>
    <message>
        <source>Where and when it was published</source>
        <translation>公布依据（何处、何时公布）</translation>
    </message>
    <message>
        <source>Printed on the notice beside the day</source>
        <translation>与期限一起印在补正通知书上</translation>
    </message>
    <message>
        <source>Days for corrections</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>The law says within how many days the applicant is told what to correct, and not how long the correction may take. Only a rule that this hall has published may set a day; after it an application that was not corrected can be returned.</source>
        <translation>法律规定了几日内要一次告知补正，没有规定补正用多久。只有本厅公布过的规定才能设定期限；过期没有补正的，可以退件。</translation>
    </message>
    <message>
        <source>Saved: notices print it from now on.</source>
        <translation>已保存，今后的通知书都会印上。</translation>
    </message>
</context>
<context>
    <name>CredentialsForm</name>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Login name; arrow keys choose</source>
        <translation>登录名，可用上下键选择</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN 码或密码</translation>
    </message>
    <message>
        <source>↑ ↓ another clerk</source>
        <translation>↑ ↓ 换人</translation>
    </message>
    <message>
        <source>Type your login name.</source>
        <translation>请填写登录名。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请填写密码。</translation>
    </message>
    <message>
        <source>Checking the password …</source>
        <translation>正在核对密码…</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Check the ledger</source>
        <translation>核验台账</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>New recovery sheet</source>
        <translation>新的恢复单</translation>
    </message>
    <message>
        <source>Every line of the record, from the first to the last; nothing is changed.</source>
        <translation>从第一行到最后一行逐行核验台账，不作任何改动。</translation>
    </message>
    <message>
        <source>All lists and the search, from the record; after a fault of the disk.</source>
        <translation>依据台账重新生成各类列表和检索，用于磁盘出过故障之后。</translation>
    </message>
    <message>
        <source>An encrypted copy, read back before it counts; to a stick or another disk.</source>
        <translation>加密备份到U盘或另一块硬盘，写完读回核对才算完成。</translation>
    </message>
    <message>
        <source>Opens the data when every password is lost. The sheet before is void then.</source>
        <translation>所有密码都丢失时用来打开数据；换新后旧恢复单作废。</translation>
    </message>
    <message>
        <source>Data of this window</source>
        <translation>本窗口的数据</translation>
    </message>
    <message>
        <source>Where the data are</source>
        <translation>数据存放位置</translation>
    </message>
    <message>
        <source>Connection to the city</source>
        <translation>与市里的连接</translation>
    </message>
    <message>
        <source>How this window stands with the city, and its enrolment: on the page of sync.</source>
        <translation>本窗口与市里的连接和登记，在“同步”页查看和办理。</translation>
    </message>
    <message>
        <source>Sync&#x3000;F6</source>
        <translation>同步&#x3000;F6</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>备份到文件夹</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>Every line of the ledger is as it was written.</source>
        <translation>台账完整，逐行核验无误。</translation>
    </message>
    <message>
        <source>Line %1 of the ledger is not as it was written. Call a technician; you can go on working.</source>
        <translation>台账第%1行与写入时不一致，请联系技术人员；业务可以继续办理。</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>All lists are computed anew.</source>
        <translation>各类列表已重新生成。</translation>
    </message>
    <message>
        <source>Copying, then reading back …</source>
        <translation>正在复制并读回核对…</translation>
    </message>
    <message>
        <source>The backup is complete: %1</source>
        <translation>备份完成：%1</translation>
    </message>
    <message>
        <source>The new recovery sheet holds; destroy the old one.</source>
        <translation>新的恢复单已生效，请销毁旧的。</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止，没有任何改动。</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use this device</source>
        <translation>使用这台设备</translation>
    </message>
    <message>
        <source>Slip or needle printer</source>
        <translation>小票机或针式打印机</translation>
    </message>
    <message>
        <source>such as 192.168.1.50:9100</source>
        <translation>如 192.168.1.50:9100</translation>
    </message>
    <message>
        <source>numbers of maker and model, such as 04b8:0e15</source>
        <translation>厂商号和型号，如 04b8:0e15</translation>
    </message>
    <message>
        <source>such as /dev/ttyUSB0 or COM3, with @19200 for another speed than 9600</source>
        <translation>如 /dev/ttyUSB0 或 COM3；速率不是 9600 的加 @19200</translation>
    </message>
    <message>
        <source>such as /dev/usb/lp0</source>
        <translation>如 /dev/usb/lp0</translation>
    </message>
    <message>
        <source>Slip printer, network</source>
        <translation>小票机（网口）</translation>
    </message>
    <message>
        <source>Slip printer, USB</source>
        <translation>小票机（USB）</translation>
    </message>
    <message>
        <source>Slip printer, serial port</source>
        <translation>小票机（串口）</translation>
    </message>
    <message>
        <source>Slip printer, device file</source>
        <translation>小票机（设备文件）</translation>
    </message>
    <message>
        <source>Needle printer, network</source>
        <translation>针式打印机（网口）</translation>
    </message>
    <message>
        <source>Needle printer, serial port</source>
        <translation>针式打印机（串口）</translation>
    </message>
    <message>
        <source>Needle printer, device file</source>
        <translation>针式打印机（设备文件）</translation>
    </message>
</context>
<context>
    <name>DifficultyForm</name>
    <message>
        <source>What could not be done</source>
        <translation>办不成的事</translation>
    </message>
    <message>
        <source>Where it is stuck, in their words</source>
        <translation>卡在哪里（照群众的话写）</translation>
    </message>
    <message>
        <source>What they want to have done</source>
        <translation>想办的事</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>从什么时候起</translation>
    </message>
    <message>
        <source>Who (may stay empty)</source>
        <translation>姓名（可不填）</translation>
    </message>
    <message>
        <source>Telephone, to be told (may stay empty)</source>
        <translation>联系电话，用来告知答复（可不填）</translation>
    </message>
    <message>
        <source>Write it down and print the slip</source>
        <translation>登记并打印登记单</translation>
    </message>
</context>
<context>
    <name>DifficultyPage</name>
    <message>
        <source>Difficulties</source>
        <translation>办不成事</translation>
    </message>
    <message>
        <source>To be done about it</source>
        <translation>可以这样办</translation>
    </message>
    <message>
        <source>Nothing is to be done about it now.</source>
        <translation>现在没有要办的。</translation>
    </message>
    <message>
        <source>Slip: show and print</source>
        <translation>登记单：查看并打印</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Could not be done</source>
        <translation>办不成事</translation>
    </message>
    <message>
        <source>&lt;p&gt;Whoever could not get something done is written down here: where it is stuck, since when, and how to reach them. Name and telephone may stay empty. The slip has the number under which they can ask.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; goes through the fields, and from the last one writes it down · &lt;b&gt;Alt+2&lt;/b&gt; the list, &lt;b&gt;Enter&lt;/b&gt; on a line what can be done: hand it up to the lead or the city, write the answer down, close it when the person was told · &lt;b&gt;F9&lt;/b&gt; the slip · &lt;b&gt;Alt+1&lt;/b&gt; the next one · &lt;b&gt;Esc&lt;/b&gt; back.&lt;/p&gt;&lt;p&gt;Each stands in To do with its day until the person was told. An answer of the city that names the number comes here by itself.&lt;/p&gt;</source>
        <translation>&lt;p&gt;群众办不成的事登记在这里：卡在哪里、从什么时候起、怎样联系。姓名、电话可以不填。登记单上有编号，凭编号可以查问。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; 逐项往下，最后一项登记 · &lt;b&gt;Alt+2&lt;/b&gt; 到列表，在一行上按 &lt;b&gt;Enter&lt;/b&gt; 看可以怎样办：上报负责人或市里、登记答复、告知当事人后办结 · &lt;b&gt;F9&lt;/b&gt; 登记单 · &lt;b&gt;Alt+1&lt;/b&gt; 登记下一件 · &lt;b&gt;Esc&lt;/b&gt; 返回。&lt;/p&gt;&lt;p&gt;每一件都列在待办里，写明期限，直到告知当事人。市里的答复写明编号的，自动归到这里。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Nothing has been written down yet. What comes stands here until the person was told.</source>
        <translation>还没有登记。登记的事列在这里，直到告知当事人。</translation>
    </message>
    <message>
        <source>Written down: %1</source>
        <translation>已登记：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Where it is stuck</source>
        <translation>卡在哪里</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>在谁手上</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
</context>
<context>
    <name>DraftTakeOver</name>
    <message>
        <source>A colleague&apos;s draft</source>
        <translation>同事的草稿</translation>
    </message>
    <message>
        <source>Go on with the draft of %1</source>
        <translation>接办%1的草稿</translation>
    </message>
    <message>
        <source>Go on with a colleague&apos;s draft</source>
        <translation>接办同事的草稿</translation>
    </message>
    <message>
        <source>The colleague&apos;s PIN or password; empty: you decide as the lead</source>
        <translation>同事的 PIN 码或密码；留空表示由负责人决定</translation>
    </message>
    <message>
        <source>The colleague agrees: their PIN or password</source>
        <translation>同事同意：由其输入 PIN 码或密码</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>哪一份</translation>
    </message>
    <message>
        <source>Reason (stays on record)</source>
        <translation>原因（留作记录）</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接办</translation>
    </message>
    <message>
        <source>item not chosen yet</source>
        <translation>还没选事项</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Please turn the keyboard back to the counter. Any key ends.</source>
        <translation>请把键盘交还窗口工作人员，按任意键结束。</translation>
    </message>
</context>
<context>
    <name>HallForm</name>
    <message>
        <source>Name of the hall</source>
        <translation>大厅名称</translation>
    </message>
    <message>
        <source>As on the sign at the door</source>
        <translation>与门牌一致，例如：××镇便民服务中心</translation>
    </message>
    <message>
        <source>Division code, 9 digits</source>
        <translation>行政区划代码（9位）</translation>
    </message>
    <message>
        <source>County 6 digits and township 3</source>
        <translation>县级6位加乡级3位</translation>
    </message>
    <message>
        <source>Window number</source>
        <translation>窗口号</translation>
    </message>
    <message>
        <source>Two digits; no other PC of the hall has the same</source>
        <translation>两位数字，同一大厅的电脑不能重复</translation>
    </message>
    <message>
        <source>Town government</source>
        <translation>乡镇人民政府</translation>
    </message>
    <message>
        <source>Decides the items of its own; full name</source>
        <translation>本级事项的决定机关，填写全称</translation>
    </message>
    <message>
        <source>Short name in paper numbers</source>
        <translation>文号简称</translation>
    </message>
    <message>
        <source>At most 8 characters</source>
        <translation>最多8个字，例如：阳圩</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Phone for questions</source>
        <translation>咨询电话</translation>
    </message>
    <message>
        <source>Phone for complaints</source>
        <translation>投诉电话</translation>
    </message>
    <message>
        <source>Authority for administrative review</source>
        <translation>行政复议机关</translation>
    </message>
    <message>
        <source>Printed under a refusal</source>
        <translation>印在不予受理通知书上</translation>
    </message>
    <message>
        <source>Court for administrative cases</source>
        <translation>行政诉讼管辖法院</translation>
    </message>
</context>
<context>
    <name>HallSection</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Hall and window</source>
        <translation>大厅和窗口</translation>
    </message>
    <message>
        <source>Hall and window are saved; papers print them from now on.</source>
        <translation>大厅和窗口已保存，今后的文书按此打印。</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>this help</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>new intake</source>
        <translation>新收件</translation>
    </message>
    <message>
        <source>search everything</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>sync with the city</source>
        <translation>与市里同步</translation>
    </message>
    <message>
        <source>catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>lock, change of clerk</source>
        <translation>锁屏、换人</translation>
    </message>
    <message>
        <source>next field, next step</source>
        <translation>下一项、下一步</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keys everywhere</source>
        <translation>通用按键</translation>
    </message>
</context>
<context>
    <name>LockOverlay</name>
    <message>
        <source>Locked</source>
        <translation>已锁屏</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Practice. Its password is %1 for everybody; never type your own one here.</source>
        <translation>练习。所有人的密码是 %1，不要在这里输入自己的密码。</translation>
    </message>
    <message>
        <source>%1 is at this window. Everything stays as it was left.</source>
        <translation>当前经办人：%1。离开时的内容原样保留。</translation>
    </message>
</context>
<context>
    <name>LoginWindow</name>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Forgot the password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>Practise with made-up cases</source>
        <translation>用编造的办件练习</translation>
    </message>
    <message>
        <source>Restore a backup …</source>
        <translation>从备份恢复 …</translation>
    </message>
    <message>
        <source>Log in to the window</source>
        <translation>登录窗口</translation>
    </message>
    <message>
        <source>Demonstration: everything here is made up.</source>
        <translation>演示：这里的内容都是虚构的。</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>备份所在文件夹</translation>
    </message>
    <message>
        <source>The backup is in place. Log in as usual.</source>
        <translation>备份已恢复，请照常登录。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习模式</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Yichuang · %1</source>
        <translation>一窗 · %1</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least 8 characters; a short sentence is best</source>
        <translation>至少8位，用一句短语最好记</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>The password has at least 8 characters.</source>
        <translation>密码至少8位。</translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one again.</source>
        <translation>两次输入的密码不同，请重新输入。</translation>
    </message>
</context>
<context>
    <name>OpenCases</name>
    <message>
        <source>Open cases, the nearest date first</source>
        <translation>在办（期限近的在前）</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办办件</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有在办的办件</translation>
    </message>
    <message>
        <source>Everything taken in here is decided. F2 takes in the next application.</source>
        <translation>已收的办件都已办结。按 F2 收下一件。</translation>
    </message>
    <message>
        <source>The first case begins with F2</source>
        <translation>按 F2 开始收第一件</translation>
    </message>
    <message>
        <source>Choose the item by its first letters, enter the applicant, check the materials one key each; the right paper comes out at the end. What is typed is saved by itself, also without a network.</source>
        <translation>输入拼音首字母选事项，填申请人，逐份按数字键核对材料，最后打印对应的文书。填写的内容自动保存，没有网络也照常办理。</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
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
        <source>Received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无期限</translation>
    </message>
    <message>
        <source>● %1 days over</source>
        <translation>● 超期%1个工作日</translation>
    </message>
    <message>
        <source>● due today</source>
        <translation>● 今天到期</translation>
    </message>
    <message>
        <source>● %1 days left</source>
        <translation>● 剩%1个工作日</translation>
    </message>
</context>
<context>
    <name>PageViewer</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>原大</translation>
    </message>
    <message>
        <source>Turn and keep</source>
        <translation>右转并保存</translation>
    </message>
    <message>
        <source>Copy with watermark</source>
        <translation>带水印的复制件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the page …</source>
        <translation>正在读取…</translation>
    </message>
</context>
<context>
    <name>PasswordSection</name>
    <message>
        <source>Password of now</source>
        <translation>现在的密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>修改我的密码</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>The new password holds from now on.</source>
        <translation>新密码已生效。</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Nothing matches. Try fewer letters.</source>
        <translation>没有匹配的内容，请少输几个字。</translation>
    </message>
</context>
<context>
    <name>PinSection</name>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>4 to 6 digits, no run of digits</source>
        <translation>4到6位数字，不要连号</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Set my PIN</source>
        <translation>设定我的 PIN 码</translation>
    </message>
    <message>
        <source>Remove my PIN</source>
        <translation>取消我的 PIN 码</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN 码</translation>
    </message>
    <message>
        <source>Ctrl+L locks the screen; there ↑ ↓ choose the clerk, and the PIN opens it. The PIN works only at a counter that is open; after a start the password is asked.</source>
        <translation>按 Ctrl+L 锁屏，在锁屏上用 ↑ ↓ 选人，输 PIN 码即可进入。PIN 码只在窗口已经开着时有用；重新启动后要输密码。</translation>
    </message>
    <message>
        <source>You have a PIN.</source>
        <translation>您已设定 PIN 码。</translation>
    </message>
    <message>
        <source>You have no PIN yet.</source>
        <translation>您还没有设定 PIN 码。</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
    <message>
        <source>The PIN holds from now on: Ctrl+L, clerk, PIN.</source>
        <translation>PIN 码已生效：Ctrl+L，选人，输 PIN 码。</translation>
    </message>
</context>
<context>
    <name>PledgeSection</name>
    <message>
        <source>Days within which a pledge is verified</source>
        <translation>承诺核查期限（天）</translation>
    </message>
    <message>
        <source>Where the catalogue gives the material no limit of its own</source>
        <translation>目录对材料另有规定的，从其规定</translation>
    </message>
    <message>
        <source>Days for which evidence on file is used again</source>
        <translation>已在库材料可重复利用的期限（天）</translation>
    </message>
    <message>
        <source>Where the catalogue gives the material no validity of its own</source>
        <translation>目录写明材料有效期的，从其规定</translation>
    </message>
    <message>
        <source>Whether pledges are made public, to whom and for how long</source>
        <translation>承诺书是否公开、公开范围和时限</translation>
    </message>
    <message>
        <source>Printed on the pledge; empty: the usual sentence</source>
        <translation>印在告知承诺书上；留空为通常的说法</translation>
    </message>
    <message>
        <source>What follows if a deferred material does not come in time</source>
        <translation>容缺材料逾期未补齐的处理</translation>
    </message>
    <message>
        <source>Printed on the pledge of deferral; empty: the usual sentence</source>
        <translation>印在容缺受理承诺书上；留空为通常的说法</translation>
    </message>
    <message>
        <source>Pledges and reuse</source>
        <translation>承诺与材料重复利用</translation>
    </message>
    <message>
        <source>Holds for what is pledged and taken in from now on; what was signed keeps its day and words.</source>
        <translation>从保存后收的件起适用；已经签字的承诺，期限和内容不变。</translation>
    </message>
    <message>
        <source>Saved; it holds from the next pledge on.</source>
        <translation>已保存，从下一份承诺起适用。</translation>
    </message>
</context>
<context>
    <name>PrinterSection</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Use this printer</source>
        <translation>使用这台打印机</translation>
    </message>
    <message>
        <source>Papers into a folder …</source>
        <translation>文书存到文件夹…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Print a test sheet</source>
        <translation>试打一张</translation>
    </message>
    <message>
        <source>Paper in the printer</source>
        <translation>打印机里的纸</translation>
    </message>
    <message>
        <source>Asking the print system …</source>
        <translation>正在查询打印系统…</translation>
    </message>
    <message>
        <source>Folder for papers</source>
        <translation>文书文件夹</translation>
    </message>
    <message>
        <source>The system&apos;s own choice</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>Folder %1</source>
        <translation>文件夹 %1</translation>
    </message>
    <message>
        <source>The system has no printer. Add one in the system&apos;s settings, or let papers go to a folder.</source>
        <translation>系统没有打印机。请在系统设置中添加，或把文书存到文件夹。</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>正在使用：%1</translation>
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
        <source>It holds now, but could not be kept: %1</source>
        <translation>现在已生效，但没能保存：%1</translation>
    </message>
    <message>
        <source>Papers go to: %1</source>
        <translation>文书将送到：%1</translation>
    </message>
    <message>
        <source>Printing a test sheet …</source>
        <translation>正在试打 …</translation>
    </message>
    <message>
        <source>The test sheet was handed over. Is it out, and is nothing cut off?</source>
        <translation>试打已送出，请看是否出纸、四边有没有缺字。</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4 纸</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5 纸</translation>
    </message>
    <message>
        <source>241 mm continuous, three plies, whole page (279.4 mm)</source>
        <translation>241 毫米三联纸，整页（279.4 毫米）</translation>
    </message>
    <message>
        <source>241 mm continuous, three plies, half page (139.7 mm)</source>
        <translation>241 毫米三联纸，二等分（139.7 毫米）</translation>
    </message>
    <message>
        <source>241 mm continuous, three plies, third of a page (93.1 mm)</source>
        <translation>241 毫米三联纸，三等分（93.1 毫米）</translation>
    </message>
    <message>
        <source>80 mm roll, short slips</source>
        <translation>80 毫米卷纸，短凭条</translation>
    </message>
    <message>
        <source>80 mm roll, whole papers</source>
        <translation>80 毫米卷纸，文书全文</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 of %2, about %3 s left</source>
        <translation>%1 / %2，约剩%3秒</translation>
    </message>
    <message>
        <source>%1 of %2, about %3 min left</source>
        <translation>%1 / %2，还需约 %3 分钟</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Change of clerk: locks the screen, another clerk may log in</source>
        <translation>换人：锁屏后由另一位经办人登录</translation>
    </message>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Window %1
%2</source>
        <translation>%1号窗口
%2</translation>
    </message>
    <message>
        <source>Change of clerk, now %1</source>
        <translation>换人，当前%1</translation>
    </message>
</context>
<context>
    <name>RatePage</name>
    <message>
        <source>Send  Enter</source>
        <translation>提交&#x3000;Enter</translation>
    </message>
    <message>
        <source>I do not rate  0</source>
        <translation>不评价&#x3000;0</translation>
    </message>
    <message>
        <source>How was our service, %1?</source>
        <translation>您对“%1”环节的服务满意吗？</translation>
    </message>
    <message>
        <source>Rating is up to you and changes nothing about your matter.</source>
        <translation>评价完全自愿，不影响您的事项办理。</translation>
    </message>
</context>
<context>
    <name>RecoveryForm</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Six groups of five, from the sheet</source>
        <translation>恢复单上的六组字符，每组五位</translation>
    </message>
    <message>
        <source>Clerk who gets a new password</source>
        <translation>要重设密码的登录名</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Set password and open</source>
        <translation>重设密码并打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Open with the recovery sheet</source>
        <translation>用恢复单打开</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>RecoveryProof</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Save the sheet as PDF …</source>
        <translation>恢复单存为 PDF…</translation>
    </message>
    <message>
        <source>The sheet is in a safe place</source>
        <translation>已妥善保管</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>保存恢复单</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>This is not the group on the sheet. Write the code down first.</source>
        <translation>与恢复单上的不一致，请先抄下恢复码。</translation>
    </message>
    <message>
        <source>With this code the data of the window can be opened when every password is lost. Lock this sheet away. On the login window choose the forgotten password, then type the code and a new password.</source>
        <translation>所有密码都丢失时，用此恢复码可以打开本窗口的数据。请锁好保管。使用时在登录窗口选“忘记密码”，输入恢复码和新密码。</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>恢复单</translation>
    </message>
    <message>
        <source>Group %1 of the code</source>
        <translation>第%1组</translation>
    </message>
    <message>
        <source>Recovery code, shown only now</source>
        <translation>恢复码，只显示这一次</translation>
    </message>
    <message>
        <source>It opens the data when every password is lost; nobody can help without it. Write it down or save the sheet to a stick, print it, and lock it away. Do not keep it on this PC.</source>
        <translation>所有密码都丢失时，只有它能打开数据，没有它谁也帮不了。请抄下来，或把恢复单存到U盘打印出来，锁好保管。不要留在这台电脑上。</translation>
    </message>
    <message>
        <source>To be sure that it is written down, type two groups of it:</source>
        <translation>为确认已经抄下，请输入其中两组：</translation>
    </message>
    <message>
        <source>Saved: %1. Print it, then delete the file.</source>
        <translation>已保存：%1。打印后请删除文件。</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>New recovery sheet</source>
        <translation>新的恢复单</translation>
    </message>
    <message>
        <source>The old sheet is void: this code has to be written down first.</source>
        <translation>旧恢复单已作废，请先抄下这个恢复码。</translation>
    </message>
</context>
<context>
    <name>ScannerSection</name>
    <message>
        <source>Folder that the scanner or document camera writes to</source>
        <translation>扫描仪或高拍仪保存文件的文件夹</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Watch this folder</source>
        <translation>使用这个文件夹</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Scanner and document camera</source>
        <translation>扫描仪和高拍仪</translation>
    </message>
    <message>
        <source>While the list of materials is in view, a new file in this folder goes to the material under the bar, and is then moved to the folder taken beside it. Files that lie there already are left alone. Let the scanner write JPEG or PDF with 200 dpi.</source>
        <translation>打开材料清单时，这个文件夹里新出现的文件会加入光标所在的材料，存好后移到旁边的taken文件夹。原来就在里面的文件不动。扫描仪请设为JPEG或PDF、200 dpi。</translation>
    </message>
    <message>
        <source>Folder of the scanner</source>
        <translation>扫描仪的文件夹</translation>
    </message>
    <message>
        <source>It holds now, but could not be kept: %1</source>
        <translation>现在已生效，但没能保存：%1</translation>
    </message>
    <message>
        <source>Watched from now on: %1</source>
        <translation>从现在起使用：%1</translation>
    </message>
    <message>
        <source>No folder is watched.</source>
        <translation>不再使用扫描文件夹。</translation>
    </message>
</context>
<context>
    <name>ScreenSection</name>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
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
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Minutes until the screen locks itself</source>
        <translation>自动锁屏的分钟数</translation>
    </message>
    <message>
        <source>minutes without a key or the mouse</source>
        <translation>分钟没有按键和鼠标操作</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>自动锁屏</translation>
    </message>
    <message>
        <source>Screen of this PC</source>
        <translation>本机屏幕</translation>
    </message>
    <message>
        <source>Arrow keys change the size; it holds at once, everywhere.</source>
        <translation>用左右键调整大小，立即在所有页面生效。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The language holds from the next start.</source>
        <translation>下次启动时换成这种语言。</translation>
    </message>
    <message>
        <source>It holds now, but could not be kept: %1</source>
        <translation>现在已生效，但没能保存：%1</translation>
    </message>
</context>
<context>
    <name>SealSection</name>
    <message>
        <source>Picture of the seal</source>
        <translation>印章图片</translation>
    </message>
    <message>
        <source>Picture of the seal …</source>
        <translation>印章图片…</translation>
    </message>
    <message>
        <source>Certificate …</source>
        <translation>证书…</translation>
    </message>
    <message>
        <source>Take the seal away</source>
        <translation>撤下印章</translation>
    </message>
    <message>
        <source>Password of the certificate</source>
        <translation>证书密码</translation>
    </message>
    <message>
        <source>Use this certificate</source>
        <translation>使用这张证书</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Sample and practice papers never bear the real seal.</source>
        <translation>示例和练习文书不盖真实印章。</translation>
    </message>
    <message>
        <source>Electronic seal of the office</source>
        <translation>本单位电子印章</translation>
    </message>
    <message>
        <source>The picture: the office&apos;s own seal as PNG with a transparent ground, each side at least 300 pixels, at most 2 MB. The certificate: a PKCS#12 file (.p12, .pfx) issued to the office. Both are kept in the encrypted data of this window.</source>
        <translation>图片：本单位印章的透明底 PNG，每边不少于 300 像素，不超过 2 MB。证书：发给本单位的 PKCS#12 文件（.p12、.pfx）。两者都保存在本窗口的加密数据里。</translation>
    </message>
    <message>
        <source>No electronic seal is set: papers keep the room for the wet seal.</source>
        <translation>未设置电子印章：文书留出盖实物印章的位置。</translation>
    </message>
    <message>
        <source>A picture alone is no electronic seal (Electronic Signature Law, article 13): papers keep the room for the wet seal until the office&apos;s certificate is set too.</source>
        <translation>只有图片不算电子印章（电子签名法第十三条）：设置本单位证书之前，文书留出盖实物印章的位置。</translation>
    </message>
    <message>
        <source>The picture of the seal is not set: papers keep the room for the wet seal.</source>
        <translation>还没有印章图片：文书留出盖实物印章的位置。</translation>
    </message>
    <message>
        <source>Papers are sealed as %1; certificate of %2, valid until %3.</source>
        <translation>文书盖电子印章：%1；证书由%2颁发，有效期至%3。</translation>
    </message>
    <message>
        <source>The picture of the seal is set.</source>
        <translation>印章图片已设置。</translation>
    </message>
    <message>
        <source>The certificate is set.</source>
        <translation>证书已设置。</translation>
    </message>
    <message>
        <source>The seal is taken away; papers take the wet seal.</source>
        <translation>印章已撤下，文书盖实物印章。</translation>
    </message>
</context>
<context>
    <name>ServiceSection</name>
    <message>
        <source>Working days to follow a bad rating up</source>
        <translation>差评核实回访的工作日</translation>
    </message>
    <message>
        <source>Working days to answer what could not be done</source>
        <translation>办不成事答复的工作日</translation>
    </message>
    <message>
        <source>Seconds until the citizen&apos;s untouched screen locks</source>
        <translation>群众操作屏无人触碰多少秒后锁屏</translation>
    </message>
    <message>
        <source>The city&apos;s page for ratings (empty: no code on the rating form)</source>
        <translation>市里的评价网址（留空：评价表上不印二维码）</translation>
    </message>
    <message>
        <source>Ratings and difficulties</source>
        <translation>评价与办不成事</translation>
    </message>
    <message>
        <source>Saved; it holds from the next rating on.</source>
        <translation>已保存，从下一次评价起生效。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>设置分类</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Up&lt;/b&gt; and &lt;b&gt;Down&lt;/b&gt; choose a section, &lt;b&gt;Tab&lt;/b&gt; or &lt;b&gt;Enter&lt;/b&gt; goes into it, &lt;b&gt;Esc&lt;/b&gt; comes back.&lt;/p&gt;&lt;p&gt;Text size, theme and printer belong to this PC. Hall, clerks, calendar and catalogue belong to the record: every change is a line of the ledger with name and time.&lt;/p&gt;&lt;p&gt;The calendar of a year is entered by pasting the notice of the State Council as it was published.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;上下键&lt;/b&gt;选分类，&lt;b&gt;Tab&lt;/b&gt; 或 &lt;b&gt;Enter&lt;/b&gt; 进入，&lt;b&gt;Esc&lt;/b&gt; 返回。&lt;/p&gt;&lt;p&gt;文字大小、主题、打印机只影响本机。大厅、人员、日历、目录写入台账：每次更改都留有姓名和时间。&lt;/p&gt;&lt;p&gt;录入某一年的日历时，把国务院办公厅的通知原文粘贴进去即可。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Hall and window</source>
        <translation>大厅和窗口</translation>
    </message>
    <message>
        <source>Clerks</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN 码</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Scanner and camera</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>Electronic seal</source>
        <translation>电子印章</translation>
    </message>
    <message>
        <source>Work calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Days for corrections</source>
        <translation>补正期限</translation>
    </message>
    <message>
        <source>Pledges and reuse</source>
        <translation>承诺与材料重复利用</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Ratings and difficulties</source>
        <translation>评价与办不成事</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>SettingsSection</name>
    <message>
        <source>Only the lead of the hall can change this.</source>
        <translation>只有窗口负责人可以更改。</translation>
    </message>
</context>
<context>
    <name>SetupWindow</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The window is set up. Write the recovery code down first, it is shown only now.</source>
        <translation>窗口已设好。请先抄下恢复码，它只显示这一次。</translation>
    </message>
    <message>
        <source>1 Hall and window</source>
        <translation>1 大厅和窗口</translation>
    </message>
    <message>
        <source>2 First clerk</source>
        <translation>2 第一位经办人</translation>
    </message>
    <message>
        <source>3 Catalogue</source>
        <translation>3 目录</translation>
    </message>
    <message>
        <source>4 Recovery code</source>
        <translation>4 恢复码</translation>
    </message>
    <message>
        <source>Set this window up</source>
        <translation>首次设置本窗口</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>完成设置</translation>
    </message>
    <message>
        <source>Making the encrypted store …</source>
        <translation>正在建立加密数据库…</translation>
    </message>
    <message>
        <source>%1 %2 faults, the first: %3</source>
        <translation>%1共%2处错误，第一处：%3</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Take in an application</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>End-of-day sheet</source>
        <translation>交班单</translation>
    </message>
    <message>
        <source>Could not be done</source>
        <translation>办不成事</translation>
    </message>
    <message>
        <source>Unfinished, Enter goes on</source>
        <translation>未办完的（Enter 接着办）</translation>
    </message>
    <message>
        <source>Sheets not confirmed</source>
        <translation>未确认出纸的文书</translation>
    </message>
    <message>
        <source>Print all that wait</source>
        <translation>打印全部待打文书</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>&lt;p&gt;Open cases stand here by date: the nearest first. The lamp says how many working days are left.&lt;/p&gt;&lt;p&gt;What was typed and not taken in is on the right: Enter goes on in the same field. &lt;b&gt;Alt+T&lt;/b&gt; goes on with a colleague&apos;s draft: they agree with their PIN or password, or the lead decides; the reason stays on record.&lt;/p&gt;&lt;p&gt;A sheet stays under &lt;i&gt;not confirmed&lt;/i&gt; until somebody says that it came out of the printer.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; opens what is marked, &lt;b&gt;Tab&lt;/b&gt; goes to the next list, &lt;b&gt;F2&lt;/b&gt; takes in, &lt;b&gt;F9&lt;/b&gt; prints the end-of-day sheet.&lt;/p&gt;</source>
        <translation>&lt;p&gt;在办的件按日期排列，最近的在前；灯旁写明还剩几个工作日。&lt;/p&gt;&lt;p&gt;没有办完的草稿在右边，按 Enter 回到原来的位置继续。&lt;b&gt;Alt+T&lt;/b&gt; 接办同事的草稿：由同事输入 PIN 码或密码表示同意，或者由负责人决定；原因留下记录。&lt;/p&gt;&lt;p&gt;文书要有人确认已出纸，才会从“未确认”里消失。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; 打开选中的，&lt;b&gt;Tab&lt;/b&gt; 到下一个列表，&lt;b&gt;F2&lt;/b&gt; 收件，&lt;b&gt;F9&lt;/b&gt; 打印交班单。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Today at this window</source>
        <translation>本窗口今日</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>to be corrected</source>
        <translation>告知补正</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>不予受理、不受理</translation>
    </message>
    <message>
        <source>informed only</source>
        <translation>仅告知</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>reprints</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>常用按键</translation>
    </message>
    <message>
        <source>take in an application</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>find a case</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>what has to be done</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>results to hand out</source>
        <translation>送达结果</translation>
    </message>
    <message>
        <source>who holds what</source>
        <translation>卡在哪里</translation>
    </message>
    <message>
        <source>sync with the city</source>
        <translation>与市里同步</translation>
    </message>
    <message>
        <source>catalogue, one-time notice</source>
        <translation>目录、一次性告知</translation>
    </message>
    <message>
        <source>lock, change of clerk</source>
        <translation>锁屏、换人</translation>
    </message>
    <message>
        <source>help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共%1份</translation>
    </message>
    <message>
        <source>No catalogue is in force: nothing can be taken in.</source>
        <translation>没有有效的目录，不能收件。</translation>
    </message>
    <message>
        <source>The work calendar of next year is not entered yet.</source>
        <translation>明年的工作日历还没有录入，跨年的期限算不出来。</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>去设置</translation>
    </message>
    <message>
        <source>%1 Open settings</source>
        <translation>%1去设置</translation>
    </message>
    <message>
        <source>The city did not take %1 entries</source>
        <translation>市里退回了%1条记录</translation>
    </message>
    <message>
        <source>%1 cases were worked on at two windows</source>
        <translation>%1件被两个窗口同时办过</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>item not chosen yet</source>
        <translation>还没选事项</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>还没填姓名</translation>
    </message>
    <message>
        <source>%1 (clerk %2)</source>
        <translation>%1（经办人 %2）</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search everything</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find cases: name, end of id number, phone, pinyin initials&#x3000;F3</source>
        <translation>查找办件、姓名、证件尾号、电话、拼音&#x3000;F3</translation>
    </message>
</context>
<context>
    <name>device_words</name>
    <message>
        <source>Slip printer: %1</source>
        <translation>小票机：%1</translation>
    </message>
    <message>
        <source>Needle printer: %1</source>
        <translation>针式打印机：%1</translation>
    </message>
</context>
<context>
    <name>input_method</name>
    <message>
        <source>No Chinese input method is running: install fcitx5 and fcitx5-chinese-addons (or ibus and ibus-libpinyin), then log in to the desktop again.</source>
        <translation>没有运行中文输入法：请安装 fcitx5 和 fcitx5-chinese-addons（或 ibus 和 ibus-libpinyin），然后重新登录桌面。</translation>
    </message>
    <message>
        <source>The input method %1 cannot reach this program: install fcitx5 and fcitx5-chinese-addons (or ibus and ibus-libpinyin), then log in to the desktop again.</source>
        <translation>输入法 %1 无法在本程序中使用：请安装 fcitx5 和 fcitx5-chinese-addons（或 ibus 和 ibus-libpinyin），然后重新登录桌面。</translation>
    </message>
</context>
<context>
    <name>page_register</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Who holds what</source>
        <translation>卡在哪里</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Could not be done</source>
        <translation>办不成事</translation>
    </message>
    <message>
        <source>Random check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>办件</translation>
    </message>
</context>
<context>
    <name>problem_text</name>
    <message>
        <source>Something went wrong in the program. What was saved is safe; the log has the details.</source>
        <translation>程序出了错，已保存的内容不受影响；详情在日志里，可发给技术人员。</translation>
    </message>
</context>
</TS>
