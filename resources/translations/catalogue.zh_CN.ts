<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CataloguePage</name>
    <message>
        <source>Name of who asks</source>
        <translation>询问人姓名</translation>
    </message>
    <message>
        <source>Name of who asks (may stay empty)</source>
        <translation>询问人姓名（可不填）</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>%1 · version %2 · in force since %3</source>
        <translation>%1 · 版本 %2 · %3 起生效</translation>
    </message>
    <message>
        <source>&lt;p&gt;Type a name, what people call it, or pinyin initials; with nothing typed every item stands under its group. A matter of another authority says where to go.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; goes to the situation: number keys answer, the materials follow · &lt;b&gt;Alt+1&lt;/b&gt; materials · &lt;b&gt;Alt+2&lt;/b&gt; guide · &lt;b&gt;F9&lt;/b&gt; prints the one-time notice, no name needed · &lt;b&gt;Alt+G&lt;/b&gt; prints the service guide · &lt;b&gt;Alt+S&lt;/b&gt; the filled-in sample · &lt;b&gt;Alt+I&lt;/b&gt; the intermediaries · &lt;b&gt;Ctrl+Enter&lt;/b&gt; takes this item in · &lt;b&gt;Esc&lt;/b&gt; back to the search.&lt;/p&gt;</source>
        <translation>&lt;p&gt;输入事项名称、俗称或拼音首字母；不输入时按主题列出全部事项。不在本窗口办理的，告诉群众该去哪里。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; 进入情形：按数字键回答，材料随之变化；&lt;b&gt;Alt+1&lt;/b&gt; 材料；&lt;b&gt;Alt+2&lt;/b&gt; 办事指南；&lt;b&gt;F9&lt;/b&gt; 打印一次性告知单，不用填姓名；&lt;b&gt;Alt+G&lt;/b&gt; 打印办事指南；&lt;b&gt;Alt+S&lt;/b&gt; 打印示范文本；&lt;b&gt;Alt+I&lt;/b&gt; 中介服务；&lt;b&gt;Ctrl+Enter&lt;/b&gt; 用此事项收件；&lt;b&gt;Esc&lt;/b&gt; 回到查找&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Take this item in</source>
        <translation>用此事项收件</translation>
    </message>
    <message>
        <source>Service guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Filled-in sample</source>
        <translation>示范文本</translation>
    </message>
    <message>
        <source>Intermediaries</source>
        <translation>中介服务</translation>
    </message>
    <message>
        <source>Print the one-time notice</source>
        <translation>打印一次性告知单</translation>
    </message>
    <message>
        <source>%1 is not handled at this counter.
Please go to: %2
%3</source>
        <translation>“%1”不在本窗口办理。
请到：%2
%3</translation>
    </message>
    <message>
        <source>No catalogue is in force yet. The lead imports one in Settings.</source>
        <translation>还没有生效的目录。请窗口负责人在“设置”中导入。</translation>
    </message>
    <message>
        <source>Nothing in the catalogue fits. What is not in it cannot be asked for here.</source>
        <translation>目录里没有这个事项。目录之外的事项不能在这里受理。</translation>
    </message>
</context>
<context>
    <name>ItemGuide</name>
    <message>
        <source>not valid today</source>
        <translation>今日不可办</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>办事指南</translation>
    </message>
    <message>
        <source>Guide  Alt+2</source>
        <translation>办事指南&#x3000;Alt+2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Materials %1  Alt+1</source>
        <translation>材料 %1 份&#x3000;Alt+1</translation>
    </message>
    <message>
        <source>Materials %1, perhaps %2 more  Alt+1</source>
        <translation>材料 %1 份，视情形还有 %2 份&#x3000;Alt+1</translation>
    </message>
    <message>
        <source>Limit by law</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到现场</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>未规定</translation>
    </message>
    <message>
        <source>free</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>if there is one</source>
        <translation>非必要</translation>
    </message>
    <message>
        <source>may be brought later</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>a pledge may stand for it</source>
        <translation>可告知承诺</translation>
    </message>
    <message>
        <source>need not be brought where data are shared</source>
        <translation>可共享免交</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>受理标准</translation>
    </message>
    <message>
        <source>How to fill it in</source>
        <translation>填报须知</translation>
    </message>
    <message>
        <source>Often wrong</source>
        <translation>常见错误</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>设定依据</translation>
    </message>
    <message>
        <source>Depending on the situation also</source>
        <translation>视情形还可能需要</translation>
    </message>
    <message>
        <source>Nothing has to be brought.</source>
        <translation>不需要带材料。</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>受理条件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>by law</source>
        <translation>法定</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Not counted in the limit</source>
        <translation>不计入时限的特别程序</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>办理地点</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>办理时间</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>咨询电话</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>监督投诉</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上办理</translation>
    </message>
    <message>
        <source>cannot be done online</source>
        <translation>暂不能网上办理</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>救济途径</translation>
    </message>
    <message>
        <source>Often asked</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Search items</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Name, what people call it, pinyin initials</source>
        <translation>事项名称、俗称、拼音首字母</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>SituationPanel</name>
    <message>
        <source>Situation</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
</context>
</TS>
