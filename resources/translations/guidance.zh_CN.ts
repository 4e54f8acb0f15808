<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CaseGuidance</name>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Intermediaries</source>
        <translation>中介服务</translation>
    </message>
</context>
<context>
    <name>IntermediaryDialog</name>
    <message>
        <source>Intermediary services</source>
        <translation>中介服务</translation>
    </message>
    <message>
        <source>Whether to use one, and whom, the applicant decides. Nobody is named or forced, and whoever is not on the register may be chosen too (Regulation on the Business Environment, article 43).</source>
        <translation>是否使用中介服务、用哪一家，由申请人自己决定。窗口不指定、不强制；名录外依法成立的机构也可以选（《优化营商环境条例》第四十三条）。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>名录</translation>
    </message>
    <message>
        <source>The applicant chooses this one</source>
        <translation>申请人选这一家</translation>
    </message>
    <message>
        <source>Draw a lot</source>
        <translation>随机抽取</translation>
    </message>
    <message>
        <source>Nobody from the register</source>
        <translation>不从名录选</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nobody on the register offers %1 today; the applicant may choose anyone outside it.</source>
        <translation>名录里今天没有提供“%1”的机构，申请人可以自行选择名录外的机构。</translation>
    </message>
    <message>
        <source>on the register until %1</source>
        <translation>名录有效期至 %1</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>Find: name, kind, office, pinyin initials</source>
        <translation>查找：名称、类型、部门、拼音首字母</translation>
    </message>
    <message>
        <source>Whose: ID number or credit code (may stay empty)</source>
        <translation>给谁看：证件号码或信用代码（可不填）</translation>
    </message>
    <message>
        <source>Name for the leaflet (may stay empty)</source>
        <translation>告知单上的姓名（可不填）</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>&lt;p&gt;All policies in force, as the city publishes them with the catalogue. Type to find one. To see what fits somebody, type the ID number or credit code, go to the list with Enter, and answer the question under the policy: each is asked once.&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; move · &lt;b&gt;digits&lt;/b&gt; answer · &lt;b&gt;Backspace&lt;/b&gt; takes the last answer back · &lt;b&gt;Alt+R&lt;/b&gt; begins with somebody else · &lt;b&gt;F9&lt;/b&gt; prints the leaflet of this policy · &lt;b&gt;Alt+A&lt;/b&gt; of all that fit · &lt;b&gt;Ctrl+Enter&lt;/b&gt; notes that it was told without paper · &lt;b&gt;Esc&lt;/b&gt; back to the search.&lt;/p&gt;&lt;p&gt;A leaflet informs, it decides nothing; nobody must give a name. In a case, or while taking one in, Alt+P shows what fits that applicant.&lt;/p&gt;</source>
        <translation>&lt;p&gt;市里随目录发布的、今天有效的全部政策。输入文字查找。要看哪些适合某个人或单位：输入证件号码或信用代码，按 Enter 到列表，回答政策下面的问题，每个问题只问一次。&lt;/p&gt;&lt;p&gt;&lt;b&gt;↑ ↓&lt;/b&gt; 移动 · &lt;b&gt;数字键&lt;/b&gt; 回答 · &lt;b&gt;Backspace&lt;/b&gt; 取消最后一个回答 · &lt;b&gt;Alt+R&lt;/b&gt; 换一个人 · &lt;b&gt;F9&lt;/b&gt; 打印这项政策的告知单 · &lt;b&gt;Alt+A&lt;/b&gt; 打印全部适合的 · &lt;b&gt;Ctrl+Enter&lt;/b&gt; 记录已口头告知 · &lt;b&gt;Esc&lt;/b&gt; 回到查找。&lt;/p&gt;&lt;p&gt;告知单只作提示，不作决定；不必留姓名。收件时或在办件里，Alt+P 显示适合该申请人的政策。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>换一个人</translation>
    </message>
    <message>
        <source>Told without paper</source>
        <translation>已口头告知</translation>
    </message>
    <message>
        <source>Print all that fit</source>
        <translation>打印全部适合的</translation>
    </message>
    <message>
        <source>Print this one</source>
        <translation>打印这一项</translation>
    </message>
    <message>
        <source>Nothing matches. Try fewer letters.</source>
        <translation>没有找到，少输几个字试试。</translation>
    </message>
    <message>
        <source>The catalogue in force has no policies. They come with the city&apos;s next one.</source>
        <translation>现行目录里没有政策。市里下次发布目录时会带来。</translation>
    </message>
    <message>
        <source>Noted: told of %1 policies.</source>
        <translation>已记录：告知了 %1 条政策。</translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message>
        <source>%1 policies fit</source>
        <translation>%1 条政策适合</translation>
    </message>
    <message>
        <source>%1 policies may fit</source>
        <translation>%1 条政策可能适合</translation>
    </message>
</context>
<context>
    <name>PolicyDetail</name>
    <message>
        <source>Brings</source>
        <translation>能得到什么</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>May fit if</source>
        <translation>还要看</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>政策内容</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>到哪里办</translation>
    </message>
    <message>
        <source>How</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>带什么</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>咨询电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>may fit</source>
        <translation>可能适合</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不适合</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>以公布为准</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>Policies that fit</source>
        <translation>适合的政策</translation>
    </message>
    <message>
        <source>Print this one</source>
        <translation>打印这一项</translation>
    </message>
    <message>
        <source>Print all that fit</source>
        <translation>打印全部适合的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 fit, %2 may fit</source>
        <translation>%1 条适合，%2 条可能适合</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No policy in force fits what is known.</source>
        <translation>按目前了解的情况，没有适合的政策。</translation>
    </message>
</context>
<context>
    <name>PolicyPanel</name>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Asked: %1&#x3000;(Backspace takes the last back)</source>
        <translation>问过：%1&#x3000;（Backspace 取消最后一个）</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Number, then Enter</source>
        <translation>输入数字，按 Enter</translation>
    </message>
</context>
<context>
    <name>RegisterFlow</name>
    <message>
        <source>This item needs no intermediary service.</source>
        <translation>这个事项不涉及中介服务。</translation>
    </message>
</context>
</TS>
