"""The parts that persons have in a report (`记者`, `责任编辑`, `文/图`), and how they are written."""

from reportreader.document.metadata import MetadataField
from reportreader.structure.patterns import Pattern

ROLES: dict[str, MetadataField | None] = {
    "记者": MetadataField.REPORTER,
    "通讯员": MetadataField.AUTHOR,
    "实习生": MetadataField.AUTHOR,
    "撰稿人": MetadataField.AUTHOR,
    "作者": MetadataField.AUTHOR,
    "撰稿": MetadataField.AUTHOR,
    "撰文": MetadataField.AUTHOR,
    "撰稿者": MetadataField.AUTHOR,
    "特约撰稿": MetadataField.AUTHOR,
    "特约撰稿人": MetadataField.AUTHOR,
    "采写": MetadataField.AUTHOR,
    "采访": MetadataField.AUTHOR,
    "信息员": MetadataField.AUTHOR,
    "报道员": MetadataField.AUTHOR,
    "通联员": MetadataField.AUTHOR,
    "执笔人": MetadataField.AUTHOR,
    "投稿": MetadataField.AUTHOR,
    "来稿": MetadataField.AUTHOR,
    "供稿人": MetadataField.AUTHOR,
    "发稿人": MetadataField.AUTHOR,
    "投稿人": MetadataField.AUTHOR,
    "执笔": MetadataField.AUTHOR,
    "文字": MetadataField.AUTHOR,
    "文图": MetadataField.AUTHOR,
    "图文": MetadataField.AUTHOR,
    "文": MetadataField.AUTHOR,
    "图": MetadataField.PHOTOGRAPHER,
    "责任编辑": MetadataField.EDITOR,
    "执行编辑": MetadataField.EDITOR,
    "值班编辑": MetadataField.EDITOR,
    "本文编辑": MetadataField.EDITOR,
    "网络编辑": MetadataField.EDITOR,
    "实习编辑": MetadataField.EDITOR,
    "编辑": MetadataField.EDITOR,
    "责编": MetadataField.EDITOR,
    "摄影": MetadataField.PHOTOGRAPHER,
    "摄像": MetadataField.PHOTOGRAPHER,
    "图片": MetadataField.PHOTOGRAPHER,
    "供图": MetadataField.PHOTOGRAPHER,
    "配图": MetadataField.PHOTOGRAPHER,
    "摄": MetadataField.PHOTOGRAPHER,
    "主讲人": MetadataField.SPEAKER,
    "采访对象": MetadataField.SPEAKER,
    "受访者": MetadataField.SPEAKER,
    "受访人": MetadataField.SPEAKER,
    "口述": MetadataField.SPEAKER,
    "口述人": MetadataField.SPEAKER,
    "口述者": MetadataField.SPEAKER,
    "讲述": MetadataField.SPEAKER,
    "讲述人": MetadataField.SPEAKER,
    "讲述者": MetadataField.SPEAKER,
} | dict.fromkeys(
    [
        "审核",
        "审稿",
        "审稿人",
        "审校",
        "校审",
        "校对",
        "核稿",
        "核校",
        "一审",
        "二审",
        "三审",
        "一校",
        "二校",
        "三校",
        "初审",
        "复审",
        "终审",
        "初校",
        "编审",
        "监制",
        "总监制",
        "签发",
        "签发人",
        "审签",
        "排版",
        "版式",
        "美编",
        "美术编辑",
        "视觉",
        "设计",
        "制图",
        "海报",
        "制作",
        "策划",
        "统筹",
        "出品",
        "出品人",
        "总策划",
        "主编",
        "副主编",
        "总编",
        "总编辑",
        "录入",
        "录入人",
        "上传",
        "发布",
        "发布人",
        "发布者",
        "值班主任",
        "值班总编",
        "值班领导",
        "值班编委",
        "配音",
        "朗读",
        "主播",
        "播音",
        "剪辑",
        "翻译",
        "整理",
        "记录",
        "记录人",
        "主持",
        "主持人",
        "联系人",
        "联络人",
    ]
)
"""Who did what; those whose part is no field here only end the names before them."""
_COMMON = ("图片", "采访", "投稿", "来稿", "口述", "讲述")
"""Words that running text is full of."""
_TERSE = ("摄", "文", "图")
"""Words that are roles only before a sign of their own, or behind a name."""
_SIGNED_ROLES = "|".join(
    sorted(
        (role for role, field in ROLES.items() if field is None or role in _COMMON),
        key=len,
        reverse=True,
    )
)
"""Words that are roles only before a sign: they are common in running text."""
_ROLE_SOURCE = (
    rf"(?P<role>(?:{_SIGNED_ROLES})(?=[ ]?[:/丨|])|文字[/、·]?(?:摄影|图片)|[文图][/、·][文图](?:片)?|"
    + "|".join(
        sorted(
            (role for role in ROLES if role not in (*_TERSE, *_SIGNED_ROLES.split("|"))),
            key=len,
            reverse=True,
        )
    )
    + r"|[文图](?=[ ]?[/:丨|]))(?P<sign>[ ]{0,2}[:/丨|][ ]{0,3}|[ ]{1,4})?"
)
ROLE = Pattern(_ROLE_SOURCE)
OPENING_ROLE = Pattern(
    r"[□◎○●■(【\[]?[ ]{0,2}(?:本报|本网|本刊|本台|本社|新华社|人民网|见习|实习|特约|特派|全媒体|融媒体?|首席|驻.{1,6}|[/、])*"
    + _ROLE_SOURCE
)
