<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AgentPanel</name>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
</context>
<context>
    <name>ApplicantFields</name>
    <message>
        <source>Somebody acts for the applicant (agent)</source>
        <translation>有代理人代办</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件类型</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人（负责人）</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Document of the agent</source>
        <translation>代理人证件类型</translation>
    </message>
    <message>
        <source>Number of the agent</source>
        <translation>代理人证件号码</translation>
    </message>
    <message>
        <source>Name of the agent</source>
        <translation>代理人姓名</translation>
    </message>
    <message>
        <source>Telephone of the agent</source>
        <translation>代理人电话</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Authority valid until</source>
        <translation>委托期限至</translation>
    </message>
    <message>
        <source>2026-12-31; empty: no end</source>
        <translation>如 2026-12-31；不填为长期</translation>
    </message>
</context>
<context>
    <name>ApplicantStep</name>
    <message>
        <source>Who applies?</source>
        <translation>谁来申请？</translation>
    </message>
    <message>
        <source>✓ the number is sound</source>
        <translation>✓ 校验无误</translation>
    </message>
    <message>
        <source>{count} of {wanted}</source>
        <translation>已输入 {count} / {wanted} 位</translation>
    </message>
</context>
<context>
    <name>CartRow</name>
    <message>
        <source>Applied for together: {count} items · Backspace takes the last one out</source>
        <translation>一次办理：{count}个事项 · 退格键移出最后一个</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>移出{name}</translation>
    </message>
</context>
<context>
    <name>ConclusionStep</name>
    <message>
        <source>Lawful outcomes</source>
        <translation>可以作出的结论</translation>
    </message>
    <message>
        <source>Why a second notice</source>
        <translation>再次告知的原因</translation>
    </message>
    <message>
        <source>Why a second notice is given on the same case</source>
        <translation>同一办件再次告知，请写明原因</translation>
    </message>
    <message>
        <source>Enter the calendar</source>
        <translation>录入工作日历</translation>
    </message>
    <message>
        <source>Which conclusion?</source>
        <translation>作出什么结论？</translation>
    </message>
    <message>
        <source>Number or ↑ ↓ chooses · Enter concludes and prints</source>
        <translation>数字键或 ↑ ↓ 选择 · Enter 作出并出文书</translation>
    </message>
    <message>
        <source>Not open now, and why</source>
        <translation>现在不能作出的结论和原因</translation>
    </message>
    <message>
        <source>prints: {paper}</source>
        <translation>出具《{paper}》</translation>
    </message>
    <message>
        <source>{paper} · {consequence}</source>
        <translation>{paper} · {consequence}</translation>
    </message>
    <message>
        <source>decide by {day}</source>
        <translation>承诺 {day} 前办结</translation>
    </message>
    <message>
        <source>tell by {day}</source>
        <translation>{day} 前告知是否受理</translation>
    </message>
    <message>
        <source>goes to {authority}</source>
        <translation>转{authority}办理</translation>
    </message>
    <message>
        <source>today {day}</source>
        <translation>今日 {day}</translation>
    </message>
    <message>
        <source>The result is handed out: {how}</source>
        <translation>结果领取方式：{how}</translation>
    </message>
    <message>
        <source>{delivery} · D changes it</source>
        <translation>{delivery}&#x3000;（D 键更换）</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>Concluded</source>
        <translation>已作出结论</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Show and print the paper</source>
        <translation>查看、打印文书</translation>
    </message>
    <message>
        <source>Rating sheet</source>
        <translation>评价表</translation>
    </message>
    <message>
        <source>Citizen&apos;s turn</source>
        <translation>请群众操作</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销结论</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>文书编号</translation>
    </message>
    <message>
        <source>Papers: {numbers}</source>
        <translation>文书：{numbers}</translation>
    </message>
</context>
<context>
    <name>DraftBand</name>
    <message>
        <source>Go on</source>
        <translation>继续办</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Unfinished: {name} · {item} · {time}</source>
        <translation>未办完的草稿：{name} · {item} · {time}</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>no item yet</source>
        <translation>未选事项</translation>
    </message>
    <message>
        <source>Press again: it cannot be brought back</source>
        <translation>再按一次放弃，不能恢复</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Steps</source>
        <translation>办理环节</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
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
        <source>valid today</source>
        <translation>今日有效</translation>
    </message>
    <message>
        <source>{count} at most</source>
        <translation>最多 {count} 份</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>Who may apply: {conditions}</source>
        <translation>受理条件：{conditions}</translation>
    </message>
</context>
<context>
    <name>IntakeFrame</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>委托书</translation>
    </message>
    <message>
        <source>Truth pledge</source>
        <translation>真实承诺书</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>Next: conclusion</source>
        <translation>下一步：结论</translation>
    </message>
    <message>
        <source>Conclude and print</source>
        <translation>作出结论，出文书</translation>
    </message>
</context>
<context>
    <name>IntakeIntermediaries</name>
    <message>
        <source>Choose the item first: it says which services may be needed.</source>
        <translation>请先选事项：可能用到哪些中介服务由事项写明。</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Intake</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>This draft is not there any more.</source>
        <translation>这份草稿已经不在了。</translation>
    </message>
    <message>
        <source>draft saved {time}</source>
        <translation>草稿已保存 {time}</translation>
    </message>
    <message>
        <source>A new day has begun. Look at the dates again, then conclude.</source>
        <translation>已经是新的一天，请核对期限后再作结论。</translation>
    </message>
    <message>
        <source>The number is on the clipboard.</source>
        <translation>编号已复制。</translation>
    </message>
</context>
<context>
    <name>IntermediaryCard</name>
    <message>
        <source>%1 intermediary services, free to choose</source>
        <translation>中介服务 %1 项，自愿选择</translation>
    </message>
    <message>
        <source>intermediary services: %1 of %2 settled</source>
        <translation>中介服务 已定 %1/%2 项</translation>
    </message>
</context>
<context>
    <name>ItemStep</name>
    <message>
        <source>Find an item</source>
        <translation>查找事项</translation>
    </message>
    <message>
        <source>Name, what people call it, pinyin initials or code</source>
        <translation>输入事项名称、俗称、拼音首字母或编码</translation>
    </message>
    <message>
        <source>Items of the catalogue in force</source>
        <translation>今日有效目录中的事项</translation>
    </message>
    <message>
        <source>Which item?</source>
        <translation>办什么事？</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>In whose name</source>
        <translation>以谁的名义</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Promised within</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>{name} · green channel</source>
        <translation>{name} · 绿色通道</translation>
    </message>
    <message>
        <source>{name} · pilot</source>
        <translation>{name} · 先行先试</translation>
    </message>
    <message>
        <source>{name} · one matter, {count} items</source>
        <translation>{name}&#x3000;［一件事 · {count}项］</translation>
    </message>
    <message>
        <source>{name} ({alias})</source>
        <translation>{name}（{alias}）</translation>
    </message>
    <message>
        <source>No catalogue is in force today, so nothing can be taken in. F7 shows the catalogue.</source>
        <translation>今天没有有效的目录，不能收件。按 F7 查看目录。</translation>
    </message>
    <message>
        <source>Not in the catalogue: cannot be taken in here. Ask:</source>
        <translation>不在目录内，本窗口不能收件。请到：</translation>
    </message>
    <message>
        <source>This cannot be applied for together: it is not valid today, is a bundle or advice itself, or is for other applicants than the rest.</source>
        <translation>不能和其他事项一次办理：今天无效、本身是一件事或仅咨询，或者申请人类型与其他事项不同。</translation>
    </message>
    <message>
        <source>{matter}: {where}</source>
        <translation>{matter}：{where}</translation>
    </message>
    <message>
        <source>↑ ↓ move · Enter chooses · Ctrl+Enter: several at once</source>
        <translation>↑ ↓ 移动 · Enter 选定 · Ctrl+Enter 几项一次办</translation>
    </message>
    <message>
        <source>Not in the catalogue in force: it cannot be taken in. Try fewer letters, or ask the lead.</source>
        <translation>有效目录内没有这个事项，不能收件。请少输几个字再找，或者问窗口负责人。</translation>
    </message>
    <message>
        <source>{name} cannot be taken in today: {why}.</source>
        <translation>今天不能收“{name}”：{why}。</translation>
    </message>
</context>
<context>
    <name>MaterialStep</name>
    <message>
        <source>Materials of this situation</source>
        <translation>本情形的材料</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>材料核验</translation>
    </message>
    <message>
        <source>checked {done} / {all}</source>
        <translation>已核 {done} / {all}</translation>
    </message>
    <message>
        <source>{progress} · saved {count}</source>
        <translation>{progress} · 免交 {count}</translation>
    </message>
</context>
<context>
    <name>MaterialStrip</name>
    <message>
        <source>Space original compared · + − pages · G grade · S scan · → look</source>
        <translation>空格 已核原件 · + − 页数 · G 等级 · S 扫描件 · → 看页面</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>有误原因</translation>
    </message>
    <message>
        <source>Type it, or press the number of a common defect</source>
        <translation>按数字键选常见问题，或直接输入</translation>
    </message>
    <message>
        <source>The catalogue names no acceptance points: check that it is whole and legible.</source>
        <translation>目录没有列受理标准：请核对材料完整、清晰。</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>One matter · {count} items</source>
        <translation>一件事 · {count}项</translation>
    </message>
    <message>
        <source>Against one by one: {materials} materials and {visits} visits fewer</source>
        <translation>比逐项办理：少交材料 {materials} 份，少跑 {visits} 次</translation>
    </message>
    <message>
        <source>{number}. {name}: {authority}, {limit}</source>
        <translation>{number}. {name}：{authority}，{limit}</translation>
    </message>
    <message>
        <source>{line} (by situation)</source>
        <translation>{line}（视情形）</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>The citizen agrees: reuse it</source>
        <translation>本人同意，带入</translation>
    </message>
    <message>
        <source>{sex}, {age} years, born {day}</source>
        <translation>{sex} · {age}岁 · {day} 出生</translation>
    </message>
    <message>
        <source>{code} {place}</source>
        <translation>{code} {place}</translation>
    </message>
    <message>
        <source>Area {code} is in no table: compare with the card.</source>
        <translation>{code} 不在区划表内，请再核对证件。</translation>
    </message>
    <message>
        <source>Known here: {name}</source>
        <translation>本大厅办过：{name}</translation>
    </message>
    <message>
        <source>The name typed is a different one: compare with the card.</source>
        <translation>与输入的姓名不一致，请核对证件。</translation>
    </message>
    <message>
        <source>The same item is open already. A new case, or that one?</source>
        <translation>同一事项正在办理，请先核对是否重复申请</translation>
    </message>
    <message>
        <source>Cases that are still open</source>
        <translation>正在办理的办件</translation>
    </message>
    <message>
        <source>{state} · {day} · {item}
{number}</source>
        <translation>{state} · {day} · {item}
{number}</translation>
    </message>
</context>
<context>
    <name>PlacePanel</name>
    <message>
        <source>The other place: 6-digit code and name, or the name down to the county</source>
        <translation>办理地（外地）：6位行政区划代码和名称，或者写到县（区）的名称</translation>
    </message>
    <message>
        <source>Office that took it in</source>
        <translation>外地代收的窗口</translation>
    </message>
    <message>
        <source>Who looked at form and person there</source>
        <translation>外地形式审查、身份核验的人员</translation>
    </message>
</context>
<context>
    <name>ScanFlow</name>
    <message>
        <source>Page %1 of %2, %3 KB</source>
        <translation>第 %1 页，共 %2 页，%3 KB</translation>
    </message>
    <message>
        <source>Pictures and PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;All files (*)</source>
        <translation>图片和PDF (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>扫描件</translation>
    </message>
</context>
<context>
    <name>ScanHand</name>
    <message>
        <source>Scanned pages: %1</source>
        <translation>扫描件：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Folder of the camera: %1</source>
        <translation>高拍仪文件夹：%1</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Scanned pages</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>No page scanned: S file, Ctrl+V paste, or drop files on the row</source>
        <translation>还没有扫描件：S 选文件，Ctrl+V 粘贴，或把文件拖到这一行</translation>
    </message>
    <message>
        <source>Scans: %1</source>
        <translation>扫描件 %1 页</translation>
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
        <source>scanner writes …</source>
        <translation>正在扫描…</translation>
    </message>
    <message>
        <source>watching folder</source>
        <translation>已接扫描仪</translation>
    </message>
</context>
<context>
    <name>SituationStep</name>
    <message>
        <source>Questions of the situation</source>
        <translation>情形问题</translation>
    </message>
    <message>
        <source>Which situation?</source>
        <translation>什么情形？</translation>
    </message>
    <message>
        <source>Number key answers · Backspace takes back</source>
        <translation>数字键回答 · 退格键改上一个</translation>
    </message>
    <message>
        <source>✓ {question} {answer}</source>
        <translation>✓ {question}&#x3000;{answer}</translation>
    </message>
    <message>
        <source>{number}. {question}</source>
        <translation>{number}. {question}</translation>
    </message>
    <message>
        <source>Every question is answered. Enter goes to the materials.</source>
        <translation>问题都已回答。按 Enter 核验材料。</translation>
    </message>
    <message>
        <source>{digit}   {answer}</source>
        <translation>{digit}&#x3000;{answer}</translation>
    </message>
    <message>
        <source>Not handled here: %1 · the other items go on, each with its own limit</source>
        <translation>不在此办理：%1 · 其余事项照常办理，各按各的时限</translation>
    </message>
    <message>
        <source>Not required by law. Enter leads to the conclusion.</source>
        <translation>依法不需要办理。按 Enter 到结论。</translation>
    </message>
    <message>
        <source>Another authority is competent. Enter leads to the conclusion.</source>
        <translation>属于其他机关职权。按 Enter 到结论。</translation>
    </message>
    <message>
        <source>Apply to: {authority}</source>
        <translation>请到：{authority}</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>%1: %2; apply to %3 %4</source>
        <translation>%1：%2；请向%3申请 %4</translation>
    </message>
    <message>
        <source>Materials to check: {count}</source>
        <translation>需核材料 {count} 份</translation>
    </message>
    <message>
        <source>{name} (optional)</source>
        <translation>{name}（非必要）</translation>
    </message>
    <message>
        <source>{name} (may be saved)</source>
        <translation>{name}（可免交）</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Checking</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>May be concluded</source>
        <translation>可作出的结论</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>▸ {outcome}</source>
        <translation>▸ {outcome}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>No {outcome}: {why}</source>
        <translation>不可{outcome}：{why}</translation>
    </message>
    <message>
        <source>No item yet</source>
        <translation>尚未选定事项</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>到现场 {count} 次</translation>
    </message>
    <message>
        <source>{handling} · {fee} · {visits}</source>
        <translation>{handling} · {fee} · {visits}</translation>
    </message>
    <message>
        <source>{sex} {age}</source>
        <translation>{sex} {age}岁</translation>
    </message>
    <message>
        <source>not named yet</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Agent: {name}</source>
        <translation>代理人：{name}</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>齐全</translation>
    </message>
    <message>
        <source>Shared or pledged</source>
        <translation>共享、承诺</translation>
    </message>
    <message>
        <source>Deferred</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核</translation>
    </message>
    <message>
        <source>Saved the citizen {count} papers (shared {shared}, pledged {pledged})</source>
        <translation>已为群众免交 {count} 份（共享 {shared}、承诺 {pledged}）</translation>
    </message>
    <message>
        <source>If accepted today ({limit})</source>
        <translation>承诺办结（{limit}）</translation>
    </message>
    <message>
        <source>Notice at the latest ({count} working days)</source>
        <translation>告知最迟（{count}个工作日）</translation>
    </message>
    <message>
        <source>Decided by {authority} within {limit}</source>
        <translation>由{authority}办理，承诺 {limit}</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>Material</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{count} p.</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>original compared</source>
        <translation>已核原件</translation>
    </message>
    <message>
        <source>{name} (optional)</source>
        <translation>{name}（非必要）</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>no limit set</source>
        <translation>未规定</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count}个工作日</translation>
    </message>
    <message>
        <source>{count} calendar days</source>
        <translation>{count}日</translation>
    </message>
    <message>
        <source>{role} · {authority}</source>
        <translation>{role} · {authority}</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>suspended by the city</source>
        <translation>目录已暂停</translation>
    </message>
    <message>
        <source>cancelled by the city</source>
        <translation>目录已取消</translation>
    </message>
    <message>
        <source>valid only from {day}</source>
        <translation>{day} 起才有效</translation>
    </message>
    <message>
        <source>valid only until {day}</source>
        <translation>有效期到 {day} 止</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Five steps, by keyboard alone.&lt;/b&gt; Enter goes to the next field and at the end to the next step, Esc goes back. Ctrl+1 to Ctrl+5 go to a step that is open. Everything typed is saved as a draft by itself.&lt;/p&gt;&lt;p&gt;&lt;b&gt;1 Item&lt;/b&gt;: type part of the name, what people call it, pinyin initials or the code; ↑ ↓ move, Enter chooses. What is not in the catalogue cannot be taken in. Ctrl+Enter puts an item into the cart: several items are applied for with one form and one set of materials; Backspace takes the last one out.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2 Applicant&lt;/b&gt;: the number first; a card or barcode reader may type it. Ctrl+R reuses what is on file when the citizen agrees. Alt+1 person, Alt+2 organisation, Alt+3 agent. Ctrl+T prints the agent&apos;s authority with what has been typed, F12 the truth pledge.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3 Situation&lt;/b&gt;: a number key answers, Backspace takes back.&lt;/p&gt;&lt;p&gt;&lt;b&gt;4 Materials&lt;/b&gt;: 1 complete, 2 missing, 3 faulty (then the number of a common defect, or type it and Enter), 4 deferred, 5 pledged, 6 shared, 0 not applicable. Space: original compared. + and −: pages. G: grade. S or Ins adds scanned pages from files, Ctrl+V from the clipboard, and files may be dropped on a row; → goes to the pages, Space shows one in full, Del removes it, Ctrl+Z brings it back.&lt;/p&gt;&lt;p&gt;&lt;b&gt;5 Conclusion&lt;/b&gt;: a number or ↑ ↓ chooses among what is lawful, Enter concludes and shows the paper, F9 prints; pledges come before the notice, because they are signed first. Then F8 turns the window to the citizen, who checks and rates, or R prints a rating sheet for them to fill in.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+P&lt;/b&gt;, at any step and after it: the policies that fit the applicant. &lt;b&gt;Alt+I&lt;/b&gt;: the intermediary services that the item may need; the applicant chooses, lets a lot decide, or takes nobody. The choice stays with the draft and goes to the case with its slip; a lot is drawn once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;五个步骤，全用键盘。&lt;/b&gt;Enter 到下一栏，栏填完到下一步；Esc 返回。Ctrl+1 到 Ctrl+5 直接到已打开的步骤。输入的内容随时自动存为草稿。&lt;/p&gt;&lt;p&gt;&lt;b&gt;1 事项&lt;/b&gt;：输入名称的一部分、俗称、拼音首字母或编码；↑ ↓ 移动，Enter 选定。目录之外的事项不能收件。Ctrl+Enter 把事项放进“一次办理”：几项共用一张表、一套材料；退格键移出最后一个。&lt;/p&gt;&lt;p&gt;&lt;b&gt;2 申请人&lt;/b&gt;：先录证件号码，读卡器、扫码枪可以直接录入。本人同意后按 Ctrl+R 带入已有信息。Alt+1 个人，Alt+2 单位，Alt+3 代理人。Ctrl+T 按已录内容打印授权委托书，F12 打印真实性承诺书。&lt;/p&gt;&lt;p&gt;&lt;b&gt;3 情形&lt;/b&gt;：数字键回答，退格键改上一个。&lt;/p&gt;&lt;p&gt;&lt;b&gt;4 材料&lt;/b&gt;：1 齐全，2 缺，3 有误（再按常见问题的数字，或输入原因后 Enter），4 容缺，5 承诺，6 共享，0 不适用。空格：已核原件。＋ －：页数。G：可信等级。S 或 Ins 从文件加入扫描件，Ctrl+V 粘贴，也可以把文件拖到一行上；→ 到页面，空格看大图，Del 移除，Ctrl+Z 恢复。&lt;/p&gt;&lt;p&gt;&lt;b&gt;5 结论&lt;/b&gt;：数字键或 ↑ ↓ 在合法的结论中选择，Enter 作出结论并显示文书，F9 打印；承诺书在前，先签后发通知书。之后按 F8 把屏幕交给群众核对和评价，或者按 R 打印评价表，由群众自己填写。&lt;/p&gt;&lt;p&gt;&lt;b&gt;Alt+P&lt;/b&gt;：任何一步和办完以后，都可以看适合申请人的政策。&lt;b&gt;Alt+I&lt;/b&gt;：事项可能用到的中介服务，由申请人自主选择、随机抽取或者不选；选择随草稿保存，收件后和记录单一起归到办件，抽取只能一次。&lt;/p&gt;</translation>
    </message>
</context>
</TS>
