<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DrawExport</name>
    <message>
        <source>Save the record of the draw</source>
        <translation>保存抽查记录</translation>
    </message>
    <message>
        <source>draw-%1.json</source>
        <translation>抽查记录-%1.json</translation>
    </message>
    <message>
        <source>Record of a draw</source>
        <translation>抽查记录</translation>
    </message>
    <message>
        <source>The record of the draw is in %1; anybody may repeat it.</source>
        <translation>抽查记录已写入 %1，任何人都可以据此重抽。</translation>
    </message>
    <message>
        <source>The record was not written: %1</source>
        <translation>抽查记录没有写成：%1</translation>
    </message>
</context>
<context>
    <name>DrawPage</name>
    <message>
        <source>Pledged from</source>
        <translation>承诺日期自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>比例（%）</translation>
    </message>
    <message>
        <source>Draw and print the list</source>
        <translation>抽取并打印名单</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Drawn pledges</source>
        <translation>抽中的承诺</translation>
    </message>
    <message>
        <source>Only the lead of the hall draws.</source>
        <translation>只有窗口负责人可以抽取。</translation>
    </message>
    <message>
        <source>Random check of pledges</source>
        <translation>告知承诺抽查（双随机）</translation>
    </message>
    <message>
        <source>&lt;p&gt;The lead draws, by lot, pledges that wait to be verified, and two officers for each. Seed, population and result go into the ledger and onto the list: whoever repeats the lot gets the same.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; next field · &lt;b&gt;Ctrl+Enter&lt;/b&gt; draws · &lt;b&gt;F9&lt;/b&gt; shows and prints the list · &lt;b&gt;Ctrl+E&lt;/b&gt; saves the record, with which anybody repeats the lot (&lt;tt&gt;yichuang pledges redraw&lt;/tt&gt;) · in the list &lt;b&gt;Enter&lt;/b&gt; opens the case where the pledge is verified · &lt;b&gt;Esc&lt;/b&gt; back.&lt;/p&gt;</source>
        <translation>&lt;p&gt;窗口负责人从待核查的承诺中随机抽取，每项再随机抽取两名核查人员。种子、名单和结果都记入账目、印在名单上，任何人重复抽取，结果相同。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Enter&lt;/b&gt; 下一栏 · &lt;b&gt;Ctrl+Enter&lt;/b&gt; 抽取 · &lt;b&gt;F9&lt;/b&gt; 查看、打印名单 · &lt;b&gt;Ctrl+E&lt;/b&gt; 保存抽查记录，任何人都可以据此重抽（&lt;tt&gt;yichuang pledges redraw&lt;/tt&gt;） · 在列表中按 &lt;b&gt;Enter&lt;/b&gt; 打开办件，在那里核查 · &lt;b&gt;Esc&lt;/b&gt; 返回。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Nothing has been drawn yet.</source>
        <translation>还没有抽查过。</translation>
    </message>
    <message>
        <source>%1 of %2 pledges, %3 %</source>
        <translation>待核查%2项中抽中%1项，比例%3%</translation>
    </message>
    <message>
        <source>Repeated, this draw gives something else: %1</source>
        <translation>重复抽取的结果不一致：%1</translation>
    </message>
    <message>
        <source>Repeated just now with seed %1: the same result.</source>
        <translation>刚才用种子%1重复抽取，结果一致。</translation>
    </message>
    <message>
        <source>Drawn: %1</source>
        <translation>已抽取：%1</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>The newest draw</source>
        <translation>最近一次抽查</translation>
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
        <source>Pledged material</source>
        <translation>承诺的材料</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>核查人员</translation>
    </message>
    <message>
        <source>Verify by</source>
        <translation>核查期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
</TS>
