<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>EnrolPanel</name>
    <message>
        <source>Connect this window to the city</source>
        <translation>连接市里</translation>
    </message>
    <message>
        <source>Alt+O chooses the file that the city gave you</source>
        <translation>按 Alt+O 选择市里给的登记文件</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选文件</translation>
    </message>
    <message>
        <source>1 Enrolment file of the city</source>
        <translation>1&#x3000;市里的登记文件</translation>
    </message>
    <message>
        <source>On a stick, or saved from the city&apos;s message</source>
        <translation>在U盘里，或从市里发来的消息中存下来的</translation>
    </message>
    <message>
        <source>2 Code, three groups of four digits</source>
        <translation>2&#x3000;登记码，12位数字</translation>
    </message>
    <message>
        <source>The city tells it by telephone; it opens this file only</source>
        <translation>由市里打电话告知，只能打开这一个文件</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The enrolment file is being opened …</source>
        <translation>正在打开登记文件……</translation>
    </message>
    <message>
        <source>Enrolment file of the city</source>
        <translation>市里的登记文件</translation>
    </message>
    <message>
        <source>Choose the file first: Alt+O.</source>
        <translation>请先选登记文件：Alt+O。</translation>
    </message>
    <message>
        <source>The code has 12 digits, here are %1.</source>
        <translation>登记码是12位数字，现在是%1位。</translation>
    </message>
    <message>
        <source>Everything works without the city, and what is taken in waits here. Once connected it is sent by itself, sealed so that only the city and this hall can read it.</source>
        <translation>不连接市里也能照常办件，收下的件都在本机等着。连接后自动发送，全程加密，只有市里和本厅能打开。</translation>
    </message>
</context>
<context>
    <name>ReadStick</name>
    <message>
        <source>Read a stick</source>
        <translation>读取U盘</translation>
    </message>
    <message>
        <source>Receipts, decisions, corrections, messages and the catalogue, as they would come by net. Only what the city has signed is taken; twice does no harm.</source>
        <translation>快递员带回的回执、决定、补正要求、消息和新目录，与网上收到的一样处理。只收市里签名的文件，读几次都不会重复。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Answers of %1</source>
        <translation>读取%1的答复</translation>
    </message>
    <message>
        <source>the city</source>
        <translation>市里</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Stopped. What was read is kept; reading again goes on.</source>
        <translation>已停止。已读的都保留，再读一次即可接着读完。</translation>
    </message>
    <message>
        <source>Nothing new on this stick: what the city has said is here already. It may be pulled out.</source>
        <translation>U盘上没有新的答复，市里的内容本机都已收到。可以拔出U盘。</translation>
    </message>
    <message>
        <source>%1 answers of the city are taken in and stand in To do. The stick may be pulled out.</source>
        <translation>已收下市里的答复 %1 条，见“待办”。可以拔出U盘。</translation>
    </message>
</context>
<context>
    <name>SettleStrip</name>
    <message>
        <source>Note it</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Corrected, goes to the city again</source>
        <translation>已改正，重新报市里</translation>
    </message>
    <message>
        <source>Given to the lead of the hall</source>
        <translation>已交窗口负责人</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已阅</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>F1 help&#x3000;Ctrl+L lock</source>
        <translation>F1 帮助&#x3000;Ctrl+L 锁屏</translation>
    </message>
</context>
<context>
    <name>StatusKeeper</name>
    <message>
        <source>%1 to do now</source>
        <translation>现在要办%1项</translation>
    </message>
    <message>
        <source>%1 results to hand out</source>
        <translation>%1件结果待送达</translation>
    </message>
    <message>
        <source>somebody has to act</source>
        <translation>需要有人处理</translation>
    </message>
</context>
<context>
    <name>StickDialog</name>
    <message>
        <source>USB sticks</source>
        <translation>U盘</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Another folder …</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Folder of the stick</source>
        <translation>U盘所在的文件夹</translation>
    </message>
    <message>
        <source>No USB stick is plugged in. It appears here as soon as it is; O picks a folder by hand.</source>
        <translation>没有找到U盘。插好后会自动列在这里；找不到时按 O 自己选文件夹。</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>U盘</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>系统未说明</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>剩 %1，共 %2</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>写保护</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>SyncFigures</name>
    <message>
        <source>cases wait</source>
        <translation>件待发</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>条记录</translation>
    </message>
    <message>
        <source>scans</source>
        <translation>份扫描</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>要发</translation>
    </message>
    <message>
        <source>at this speed</source>
        <translation>按现在的网速</translation>
    </message>
    <message>
        <source>sent today</source>
        <translation>今天已发</translation>
    </message>
    <message>
        <source>last receipt of the city</source>
        <translation>市里最后回执</translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Break off</source>
        <translation>停下这次</translation>
    </message>
    <message>
        <source>Take along on a stick</source>
        <translation>U盘带走</translation>
    </message>
    <message>
        <source>Read a stick</source>
        <translation>读U盘</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>下次自动尝试：%1</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Connect this window to the city</source>
        <translation>连接市里</translation>
    </message>
    <message>
        <source>The lead of the hall connects this window, with the city&apos;s enrolment file and code.</source>
        <translation>请窗口负责人用市里的登记文件和登记码来连接。</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Practice has a ledger of its own. For real work leave it: Ctrl+F12, then L.</source>
        <translation>练习用单独的账本。要办真件，先按 Ctrl+F12，再按 L 结束练习。</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>&lt;p&gt;What was taken in here goes to the city by itself whenever there is a way to it. It counts as being there only when the city&apos;s signed receipt has come back; until then it is kept here and stands in this list, with the reason, the tries and the next try.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1&lt;/b&gt; sends everything now · &lt;b&gt;Alt+2&lt;/b&gt; pauses and goes on · &lt;b&gt;Esc&lt;/b&gt; breaks a burst off: what was stored stays stored · &lt;b&gt;Enter&lt;/b&gt; on a line tries it now · &lt;b&gt;Alt+5&lt;/b&gt; opens its case.&lt;/p&gt;&lt;p&gt;Without any network: &lt;b&gt;Alt+3&lt;/b&gt; writes a sealed package to a stick for the courier, &lt;b&gt;Alt+4&lt;/b&gt; reads the answers that come back. Twice does no harm.&lt;/p&gt;&lt;p&gt;If it does not go on by itself, call the city&apos;s technician and read out the support code.&lt;/p&gt;</source>
        <translation>&lt;p&gt;这里收下的件，一有网络就自动发给市里。只有收到市里签名的回执才算送到；在那之前一直留在本机，并列在这里，写明原因、试过几次、下次什么时候再试。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+1&lt;/b&gt; 全部立即发送 · &lt;b&gt;Alt+2&lt;/b&gt; 暂停或继续 · &lt;b&gt;Esc&lt;/b&gt; 停下这次，发过的不用重发 · 在列表上按 &lt;b&gt;Enter&lt;/b&gt; 立即重试 · &lt;b&gt;Alt+5&lt;/b&gt; 打开这一件。&lt;/p&gt;&lt;p&gt;完全没有网络时：&lt;b&gt;Alt+3&lt;/b&gt; 把加密的数据包写到U盘，请人带去；&lt;b&gt;Alt+4&lt;/b&gt; 读取带回来的答复。重复读写没有影响。&lt;/p&gt;&lt;p&gt;总是发不出去时，请打电话给市里的技术人员，报上支持码。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Trying now.</source>
        <translation>正在尝试。</translation>
    </message>
    <message>
        <source>Sending is paused; nothing is lost.</source>
        <translation>已暂停发送，办件都在本机。</translation>
    </message>
    <message>
        <source>Sending goes on.</source>
        <translation>继续发送。</translation>
    </message>
    <message>
        <source>Broken off. What was sent stays sent.</source>
        <translation>已停下，发过的不用重发。</translation>
    </message>
    <message>
        <source>The limits hold from now on.</source>
        <translation>设置已生效。</translation>
    </message>
    <message>
        <source>Enrolled with %1. The city has to approve this window.</source>
        <translation>已向%1登记，等市里批准本窗口。</translation>
    </message>
</context>
<context>
    <name>SyncSide</name>
    <message>
        <source>Support code</source>
        <translation>支持码</translation>
    </message>
    <message>
        <source>Read it over the telephone: it says how this window stands, and nothing of any case.</source>
        <translation>打电话时报给技术人员：只说明本窗口的状态，不含任何办件内容。</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市里</translation>
    </message>
    <message>
        <source>Other enrolment file</source>
        <translation>换登记文件</translation>
    </message>
    <message>
        <source>Limits of the line</source>
        <translation>流量限制</translation>
    </message>
    <message>
        <source>Pause on a metered line</source>
        <translation>按流量计费的网络上暂停</translation>
    </message>
    <message>
        <source>Most to send in a day, in MB</source>
        <translation>每天最多发送（MB）</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Support code %1</source>
        <translation>支持码 %1</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>每天最多</translation>
    </message>
</context>
<context>
    <name>TodoActFlow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>TodoDetail</name>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
</context>
<context>
    <name>TodoPage</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Random check</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Save as spreadsheet</source>
        <translation>存为表格</translation>
    </message>
    <message>
        <source>&lt;p&gt;One list, the nearest date first: what the city refused, asks, decided or wrote; cases that two windows worked on unknown to each other; notices, corrections, deferred materials and decisions that are due. The number in the navigation counts what is red or yellow.&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; choose · &lt;b&gt;Enter&lt;/b&gt; opens the case where it is done · &lt;b&gt;1&lt;/b&gt; corrected, goes to the city again · &lt;b&gt;2&lt;/b&gt; give it to the lead · &lt;b&gt;3&lt;/b&gt; noted; each asks for a note first · &lt;b&gt;4&lt;/b&gt; what the law lets you do once a day has passed: deemed accepted, returned · &lt;b&gt;Alt+1&lt;/b&gt; shows the lead only their own · &lt;b&gt;Ctrl+E&lt;/b&gt; saves the list as a spreadsheet.&lt;/p&gt;</source>
        <translation>&lt;p&gt;按日期排列的一张清单，最近的在前：市里退回、要补正、决定和来信；两个窗口互不知情都办过的办件；到期要告知、补正、容缺补交和办结的。导航栏上的数字是红灯和黄灯的件数。&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; 选择 · &lt;b&gt;Enter&lt;/b&gt; 打开办件到要办的地方 · &lt;b&gt;1&lt;/b&gt; 已改正，重新发给市里 · &lt;b&gt;2&lt;/b&gt; 交给主管 · &lt;b&gt;3&lt;/b&gt; 已知晓；都先写一句说明 · &lt;b&gt;4&lt;/b&gt; 期限已过时依法办理：视为受理、退件 · &lt;b&gt;Alt+1&lt;/b&gt; 主管只看自己的 · &lt;b&gt;Ctrl+E&lt;/b&gt; 存为电子表格。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>%1 now · %2 later</source>
        <translation>现在要办 %1 项，未到期 %2 项</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>已记录：%1</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>to-do-%1.xlsx</source>
        <translation>待办-%1.xlsx</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Lamp</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
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
        <source>Person</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
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
        <source>Nothing to do</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>No answer of the city is unread, nothing is owed on any open case. What comes stands here.</source>
        <translation>市里没有未处理的答复，在办件没有要告知、补正、补交或办结的。有了会列在这里。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>What the city has not acknowledged</source>
        <translation>市里还没有签收的</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开办件</translation>
    </message>
    <message>
        <source>the first %1, in the order of sending</source>
        <translation>前%1项，按发送先后</translation>
    </message>
    <message>
        <source>%1 in the order of sending</source>
        <translation>%1项，按发送先后</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有等待的</translation>
    </message>
    <message>
        <source>The city has acknowledged everything that was taken in here.</source>
        <translation>这里收下的件，市里都已签收。</translation>
    </message>
    <message>
        <source>Whatever is taken in from now on stands here until the city&apos;s receipt has come.</source>
        <translation>之后收下的件会列在这里，直到市里签收。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Tries, next</source>
        <translation>次数、下次</translation>
    </message>
</context>
<context>
    <name>WriteStick</name>
    <message>
        <source>Take along on a stick</source>
        <translation>写入U盘带走</translation>
    </message>
    <message>
        <source>Sealed: nobody on the way can read it. It is read back before it counts. What waits here goes on waiting until the city has answered, so twice does no harm.</source>
        <translation>文件已加密封装，途中无人能看；写完逐个读回核对才算数。市里答复之前，本机照常保留、照常续传，写几次都不会重复。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>%1 cases and %2 scans wait for %3</source>
        <translation>%1 件办件、%2 张扫描，待送%3</translation>
    </message>
    <message>
        <source>the city</source>
        <translation>市里</translation>
    </message>
    <message>
        <source>Sealing …</source>
        <translation>正在封装…</translation>
    </message>
    <message>
        <source>Stopped. The stick is as it was before, and nothing here has changed.</source>
        <translation>已停止。U盘恢复原样，本机的数据没有变化。</translation>
    </message>
    <message>
        <source>Nothing waits for the city: nothing was written.</source>
        <translation>没有待送的内容，U盘上没有写任何文件。</translation>
    </message>
    <message>
        <source>On the stick: %1 cases, %2 scans, %3, read back. Pull it out; it goes to %4.</source>
        <translation>U盘已写好并核对：%1 件办件、%2 张扫描，%3。可以拔出，请送往%4。</translation>
    </message>
    <message>
        <source>%1 %2 scans had no room and wait for the next.</source>
        <translation>%1另有 %2 张扫描没有写上，留在本机等下一次。</translation>
    </message>
</context>
<context>
    <name>settle_strip</name>
    <message>
        <source>Correct and send again</source>
        <translation>改正后重发</translation>
    </message>
    <message>
        <source>Give to the lead</source>
        <translation>交主管</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已知晓</translation>
    </message>
</context>
</TS>
