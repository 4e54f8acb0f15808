"""Sentences about papers as files: made, sealed, marked as copies, checked; the rest stands in desktop.sentences."""

PAPER_SENTENCES: dict[str, tuple[str, str]] = {
    # papers out of files, and back
    "invalid.unprintable": (
        "{field}里有打印不出的字：{code_points}。",
        "No font has these characters of {field}: {code_points}.",
    ),
    "invalid.content_json": ("内容文件不是完整的 JSON：{fault}", "The content is no whole JSON: {fault}"),
    "invalid.content_kind": ("内容文件 {place}：应当是 {kinds} 之一。", "{place}: should be one of {kinds}."),
    "invalid.content_missing": ("内容文件缺少 {place}。", "{place} is missing."),
    "invalid.content_unknown": (
        "内容文件 {place}：没有这个项目，请核对拼写。",
        "{place} is not known: check its spelling.",
    ),
    "invalid.content_type": (
        "内容文件 {place}：应当是 {wanted}，实际是 {found}。",
        "{place}: should be {wanted}, is {found}.",
    ),
    "invalid.content_date": ("内容文件 {place}：日期请写成 2026-12-31。", "{place}: write the date as 2026-12-31."),
    "invalid.content_fault": ("内容文件 {place} 有误：{fault}", "{place}: {fault}"),
    "invalid.paper_code_other": (
        "这个二维码不是为这份内容签发的，未生成文书。",
        "This code was issued for another content; nothing was written.",
    ),
    "invalid.out_exists": (
        "{path} 已经存在，未覆盖；要覆盖请加 --force。",
        "{path} is there already and was kept; --force overwrites it.",
    ),
    "invalid.key_sheet": ("公钥表有误：{fault}", "The key sheet is not sound: {fault}"),
    "invalid.key_sheet_newer": (
        "公钥表的格式（{format}）比本程序新，请升级后再查验。",
        "The key sheet has format {format}, newer than this program: update first.",
    ),
    "check.genuine": ("真实：由下列窗口签发。", "Genuine: issued by this window."),
    "check.altered": ("不真实：文书被改动过。", "Not genuine: the paper was altered."),
    "check.forged": (
        "不真实：签名不是所称窗口的，二维码是伪造的或被改动过。",
        "Not genuine: the signature is not that of the window it names.",
    ),
    "check.key_not_in_force": (
        "不真实：按文书日期，该窗口的密钥当时不在有效期内。",
        "Not genuine: on the date of the paper the key of the window was not in force.",
    ),
    "check.not_ours": (
        "不是本系统文书的二维码；如果是，请重新扫码。",
        "Not the code of one of our papers; if it should be, scan it again.",
    ),
    "check.key_revoked": (
        "不能确认：签名相符，但该窗口的密钥已停用，请向签发单位查对记录。",
        "Cannot be told: the signature is right, but the key was revoked; ask the office for its record.",
    ),
    "check.unknown_key": (
        "不能确认：公钥表里没有这个窗口的密钥，请用 --keys 指定签发单位的公钥表。",
        "Cannot be told: no sheet has this key; give the office's own sheet with --keys.",
    ),
    "check.newer": ("不能确认：由更新的版本生成，请升级后再查验。", "Cannot be told: made by a newer version; update."),
    "check.older_layout": (
        "不能确认：签名和签发内容真实，但版式是旧版本的，页面请对照下列不同之处由人核对。",
        "Cannot be told: signature and content hold, but an older layout was used; compare the pages with the "
        "differences below by eye.",
    ),
    "check.no_code": ("不能确认：没有找到二维码或签名。", "Cannot be told: there is no code or signature."),
    "check.several_codes": (
        "不能确认：有几份不同文书的二维码，请逐份查验。",
        "Cannot be told: codes of several papers; check them one by one.",
    ),
    "check.unreadable": (
        "不能确认：文件已损坏，或者不是 PDF、PNG、JPEG、二维码文字。",
        "Cannot be told: damaged, or neither PDF, PNG, JPEG nor the text of a code.",
    ),
    "check.altered_content": ("所附内容与签名时不同。", "The content is not the one that was signed."),
    "check.altered_number": ("二维码是另一个文号的。", "The code is of another number."),
    "check.altered_text": ("页面上的文字与签发的内容不符：", "The pages say something else than was issued:"),
    "check.altered_picture": (
        "文字相同，但页面的样子与签发的不符（盖住、加画或换了二维码）。",
        "The text is the same, but the pages look otherwise: covered, drawn upon, or another code.",
    ),
    "check.difference_page": ("第{page}页", "page {page}"),
    "check.difference_shown": ("  页面  {text}", "  shown   {text}"),
    "check.difference_expected": ("  签发  {text}", "  issued  {text}"),
    "check.difference_more": ("……另有{count}处", "… and {count} more"),
    "check.number": ("文号    {number}", "Number  {number}"),
    "check.key": ("密钥    {key}", "Key     {key}"),
    "check.office": ("签发    {hall} {window}号窗口（{origin}）", "Office  {hall}, window {window} ({origin})"),
    "check.revoked_on": ("停用    {day}", "Revoked {day}"),
    "check.check_code": ("校验码  {code}", "Check   {code}"),
    "check.paper": ("文书    {title}，{authority}，{day}", "Paper   {title}, {authority}, {day}"),
    "check.reprint": ("补打    第{number}次", "Reprint {number}"),
    "check.rewritten": (
        "文件被别的程序另存过，看到的内容与签发的一致。",
        "The file was saved again by another program; what it shows is what was issued.",
    ),
    "check.sample": ("这是示例文书，没有法律效力。", "A sample: of no legal effect."),
    "check.practice": ("这是练习文书，没有法律效力。", "Made in practice: of no legal effect."),
    "check.code_only": (
        "只凭二维码只能确认文号和签名；纸上写的内容，请对照签发单位的记录，或看纸上的校验码是否为 {code}。",
        "The code confirms number and signature only: hold the paper against the record, its check code is {code}.",
    ),
    "invalid.key_sheet_origin": (
        "公钥表里没有来源 {origin} 的密钥，未作停用。",
        "The sheet has no key of the origin {origin}; nothing was revoked.",
    ),
    # the office's seal
    "lead_only": ("只有窗口负责人可以这样做。", "Only the lead of the hall can do this."),
    "invalid.seal_image_size": (
        "印章图片超过 {limit} MB，请换小一些的。",
        "The picture of the seal is larger than {limit} MB: take a smaller one.",
    ),
    "invalid.seal_image_format": (
        "印章图片不是完好的 PNG 文件，请重新导出。",
        "The picture of the seal is no sound PNG file: export it again.",
    ),
    "invalid.seal_image_pixels": (
        "印章图片每边应有 {least} 到 {most} 像素，这张是 {width}×{height}。",
        "Each side of the picture must have {least} to {most} pixels; this one has {width}×{height}.",
    ),
    "invalid.seal_image_opaque": (
        "印章图片没有透明底，盖上会遮住名称和日期，请导出透明底的 PNG。",
        "The picture has no transparent ground and would hide name and date: export it with one.",
    ),
    "invalid.seal_certificate_form": (
        "证书文件不是 PKCS#12（.p12、.pfx），请向发证机构索取这种格式。",
        "The certificate is no PKCS#12 file (.p12, .pfx): ask its issuer for one.",
    ),
    "invalid.seal_password": (
        "证书密码不正确，或者证书文件已损坏。",
        "The password of the certificate is wrong, or its file is damaged.",
    ),
    "invalid.seal_no_key": (
        "这个文件里只有证书，没有私钥，不能签章；请用带私钥的 PKCS#12 文件。",
        "The file has a certificate without its private key and cannot sign: take the one with the key.",
    ),
    "invalid.seal_key_kind": (
        "本程序不能用这种证书签章（支持 2048 位以上的 RSA 和 P-256、P-384、P-521 椭圆曲线；国密 SM2 暂不支持）。",
        "This kind of key cannot be used: RSA of 2048 bits or more, or the curves P-256, P-384, P-521; SM2 is not.",
    ),
    "invalid.seal_usage": (
        "这张证书不是用于签名的，请用单位的签章证书。",
        "This certificate is not for signing: take the one of the office's seal.",
    ),
    "invalid.seal_expired": (
        "证书已于{day}到期，请换新证书；在这之前文书盖实物印章。",
        "The certificate expired on {day}: get a new one; until then papers take the wet seal.",
    ),
    "invalid.seal_not_yet": (
        "证书自{day}起才有效，在这之前文书盖实物印章。",
        "The certificate is valid from {day} on; until then papers take the wet seal.",
    ),
    "check.altered_seal": (
        "电子印章的签名与文件不符：盖章以后文件被改动过。",
        "The signature of the seal does not fit the file: it was altered after it was sealed.",
    ),
    "check.seal": (
        "电子印章  签名完好：{holder}（{day}签，证书由{issuer}颁发，编号 {serial}）",
        "Seal    intact signature of {holder} ({day}; certificate of {issuer}, number {serial})",
    ),
    "check.seal_broken": (
        "电子印章  签名不符，自称：{holder}",
        "Seal    the signature does not fit; it names {holder}",
    ),
    "check.seal_issuer": (
        "离线查验不核对发证机构，请看持有人和证书编号是否与签发单位公布的一致。",
        "Offline, who issued the certificate is not checked: compare holder and number with what the office publishes.",
    ),
    # copies of evidence
    "invalid.copy_form": (
        "{path} 不是完好的 PDF、PNG 或 JPEG 文件。",
        "{path} is no sound PDF, PNG or JPEG file.",
    ),
    "invalid.copy_locked": (
        "{path} 加了密码，请先去掉密码再加水印。",
        "{path} is locked with a password: take the password off first.",
    ),
    "invalid.copy_size": (
        "{path} 太大：文件不超过 {megabytes} MB，图片不超过 {megapixels} 百万像素。",
        "{path} is too large: at most {megabytes} MB, and pictures of {megapixels} million pixels.",
    ),
    "invalid.copy_pages": (
        "{path} 有 {pages} 页，一份材料最多 {most} 页。",
        "{path} has {pages} pages; one material may have {most}.",
    ),
    "invalid.copy_purpose": ("请写明用途，不超过 {most} 个字。", "Say what it is for, in {most} characters or less."),
    "invalid.copy_provider": (
        "A级材料要写明由哪个机构提供。",
        "A copy of grade A names the authority that provided it.",
    ),
    "invalid.copy_expired": (
        "A级材料的有效期（{day}）已过，不能再用。",
        "The copy of grade A was valid until {day} and cannot be used.",
    ),
}
