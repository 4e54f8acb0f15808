<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>PolicyCard</name>
    <message>
        <source>Tell</source>
        <translation>告知</translation>
    </message>
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
        <translation>问过：%1　（Backspace 取消最后一个）</translation>
    </message>
</context>
<context>
    <name>QuestionBar</name>
    <message>
        <source>Number, then Enter</source>
        <translation>输入数字，按 Enter</translation>
    </message>
</context>
</TS>
