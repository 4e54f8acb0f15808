<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AmendFlow</name>
    <message>
        <source>Put right</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Nothing can be put right here.</source>
        <translation>这件没有可以更正的。</translation>
    </message>
    <message>
        <source>Take the conclusion back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>Conclusion taken back</source>
        <translation>已撤销结论</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2. No paper says it: none is printed anew.</source>
        <translation>%1：%2。没有文书写着它，不用重印。</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Begin the exercises again</source>
        <translation>重新练一遍</translation>
    </message>
    <message>
        <source>Leave practice</source>
        <translation>离开练习</translation>
    </message>
    <message>
        <source>Delete practice</source>
        <translation>删除练习数据</translation>
    </message>
    <message>
        <source>Exercises of the first day</source>
        <translation>第一天的练习</translation>
    </message>
    <message>
        <source>Everything here is made up; nothing is sent, and nothing is numbered like a real case.</source>
        <translation>这里的一切都是编造的；不会发送，编号也与真实办件分开。</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>&lt;p&gt;Each exercise ticks itself off as soon as the record shows that it was done, whichever way. The line under the title says what comes next and by which keys.&lt;/p&gt;&lt;p&gt;&lt;b&gt;R&lt;/b&gt; begins all ten again · &lt;b&gt;L&lt;/b&gt; goes back to the real login · &lt;b&gt;D&lt;/b&gt; deletes everything of practice, and nothing else.&lt;/p&gt;</source>
        <translation>&lt;p&gt;每个练习做到了就自动打钩，怎么做到的都算。标题下面的一行说明接下来练什么、按哪些键。&lt;/p&gt;&lt;p&gt;&lt;b&gt;R&lt;/b&gt; 十个重新练 · &lt;b&gt;L&lt;/b&gt; 回到真实窗口的登录 · &lt;b&gt;D&lt;/b&gt; 删除全部练习数据，别的一概不动。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Delete every case, paper and exercise of practice? Real cases are not touched.</source>
        <translation>删除全部练习办件、文书和练习进度吗？真实办件不受影响。</translation>
    </message>
</context>
<context>
    <name>PracticeSection</name>
    <message>
        <source>Practise with made-up cases</source>
        <translation>用编造的办件练习</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>The whole program on made-up citizens, with ten exercises that tick themselves off. This counter is closed meanwhile; coming back asks for your password. Nothing of practice is sent or counted.</source>
        <translation>用编造的群众练习整个程序，十个练习自动打钩。练习时本窗口关闭，回来时要输入密码。练习的内容不发送、不计数。</translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>练习单</translation>
    </message>
</context>
</TS>
