"""What the administrator of a store has to set, to be printed: Apache's configuration, an S3 policy, a password line.

Each hall creates and reads below `ev-<hall>/`, never overwrites or deletes; it reads `city-<hall>/` and `catalogue/`.
The user of a hall has the hall's name, the city's user is `city`. The tests run Apache with this very text.
"""

import base64
import hashlib
import json
from pathlib import Path

from desktop.sync.carrier import LARGEST_FILE_BYTES

CITY_USER = "city"

_APACHE = """\
# 一窗：市级存储（Apache 2.4，WebDAV，只增不改）
# 模块：ssl http2 dav dav_fs authn_file authz_user auth_basic reqtimeout setenvif
# 新增乡镇不用改本文件：在密码文件里加一行即可，立即生效。文件夹 {folder} 归运行 Apache 的用户所有。
Listen {listen}
DavLockDB "{lock_database}"

<VirtualHost *:{port}>
    ServerName {server_name}
    DocumentRoot "{folder}"
    Protocols h2 http/1.1
    SSLEngine On
    SSLProtocol -all +TLSv1.2 +TLSv1.3
    SSLCertificateFile "{certificate}"
    SSLCertificateKeyFile "{certificate_key}"

    # 弱网：每分钟查询一次的连接不断开，上传慢不算超时，过大的文件不收
    KeepAlive On
    KeepAliveTimeout 150
    MaxKeepAliveRequests 0
    Timeout 150
    RequestReadTimeout handshake=60 header=60 body=60,MinRate=200
    LimitRequestBody {largest_bytes}
    H2WindowSize 1048576
    FileETag MTIME Size
    TraceEnable Off

    <Directory "{folder}">
        Options None
        AllowOverride None
        Dav On
        DavDepthInfinity Off
        # PROPFIND 之外看不到目录；PUT 的临时文件不外露
        DirectoryIndex disabled
    </Directory>

    # 默认：只有市级用户
    <Location "/">
        AuthType Basic
        AuthName "yichuang"
        AuthBasicProvider file
        AuthUserFile "{passwords}"
        AuthzSendForbiddenOnFailure On
        Require user {city}
    </Location>

    # 目录快照：各乡镇只读
    <LocationMatch "^/catalogue(?:/|$)">
        <If "%{{REQUEST_METHOD}} in {{'GET','HEAD','OPTIONS','PROPFIND'}}">
            Require valid-user
        </If>
    </LocationMatch>

    # 市级答复 city-<区划代码>/：本乡镇只读
    <LocationMatch "^/city-(?<HALL>[0-9A-Za-z_]+)(?:/|$)">
        <If "%{{REQUEST_METHOD}} in {{'GET','HEAD','OPTIONS','PROPFIND'}}">
            Require user {city}
            <RequireAll>
                Require valid-user
                Require not expr "%{{REMOTE_USER}} != reqenv('MATCH_HALL')"
            </RequireAll>
        </If>
    </LocationMatch>

    # 上报 ev-<区划代码>/：本乡镇可新建、可读；任何人不得覆盖（403），只有市级可以删除
    <LocationMatch "^/ev-(?<HALL>[0-9A-Za-z_]+)(?:/|$)">
        <If "%{{REQUEST_METHOD}} == 'PUT' && -e %{{REQUEST_FILENAME}}">
            Require all denied
        </If>
        <ElseIf "%{{REQUEST_METHOD}} in {{'GET','HEAD','OPTIONS','PROPFIND','PUT','MKCOL'}}">
            Require user {city}
            <RequireAll>
                Require valid-user
                Require not expr "%{{REMOTE_USER}} != reqenv('MATCH_HALL')"
            </RequireAll>
        </ElseIf>
    </LocationMatch>
</VirtualHost>
"""


def apache_config(
    server_name: str,
    *,
    folder: Path,
    passwords: Path,
    certificate: Path,
    certificate_key: Path,
    lock_database: Path = Path("/var/lib/apache2/yichuang-lock"),
    address: str = "",
    port: int = 443,
) -> str:
    """The site of the store for Apache 2.4; append-only for halls. An empty `address` listens on all."""
    return _APACHE.format(
        server_name=server_name,
        folder=folder,
        passwords=passwords,
        certificate=certificate,
        certificate_key=certificate_key,
        lock_database=lock_database,
        listen=f"{address}:{port}" if address else port,
        port=port,
        largest_bytes=LARGEST_FILE_BYTES,
        city=CITY_USER,
    )


def password_line(user: str, password: str) -> str:
    """A line of Apache's (or nginx') password file.

    A plain hash is enough, and spares the store a slow one for each poll: passwords of enrolments are 160 random bits.
    """
    digest = hashlib.sha1(password.encode("utf-8"), usedforsecurity=False).digest()
    return f"{user}:{{SHA}}{base64.b64encode(digest).decode('ascii')}\n"


def s3_policy(hall: str, *, bucket: str) -> str:
    """The policy of a hall's user in an S3 bucket (versioning on): read, create, never overwrite or delete."""
    objects, own = f"arn:aws:s3:::{bucket}", f"ev-{hall}"
    statements = [
        {
            "Sid": "Read",
            "Effect": "Allow",
            "Action": ["s3:GetObject"],
            "Resource": [f"{objects}/{own}/*", f"{objects}/city-{hall}/*", f"{objects}/catalogue/*"],
        },
        {
            "Sid": "List",
            "Effect": "Allow",
            "Action": ["s3:ListBucket"],
            "Resource": [objects],
            "Condition": {"StringLike": {"s3:prefix": [f"{own}/*", f"city-{hall}/*", "catalogue/*"]}},
        },
        {"Sid": "Create", "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": [f"{objects}/{own}/*"]},
        {
            "Sid": "NeverOverwrite",
            "Effect": "Deny",
            "Action": ["s3:PutObject"],
            "Resource": [f"{objects}/{own}/*"],
            "Condition": {"Null": {"s3:if-none-match": "true"}},
        },
        {
            "Sid": "NeverDelete",
            "Effect": "Deny",
            "Action": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
            "Resource": [f"{objects}/*"],
        },
    ]
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2) + "\n"
