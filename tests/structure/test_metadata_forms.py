"""Forms of credits, days, sources, numbers and signatures, each in a report of its own.

Every line stands where such lines stand: below the title, before the first words, behind the last
ones, below the text. What a case does not name must not be found.
"""

import pytest

from reportreader.document.metadata import MetadataField
from reportreader.structure import find_structure

T = "梅山县侨联走访慰问归侨侨眷"
N = "关于做好归侨侨眷走访慰问工作的通知"
TW = "梅山縣府走訪慰問長者"
B = (
    "春节前夕，梅山县侨联组织机关干部走访慰问困难归侨侨眷，送去慰问金和生活用品，转达党和政府的关怀。\n"
    "每到一户，走访人员都与归侨亲切交谈，详细询问家庭收入和身体状况，鼓励大家保持乐观心态，共同建设家乡。"
)
SOURCE, DATE, EDITOR = MetadataField.SOURCE, MetadataField.DATE, MetadataField.EDITOR
PHOTOGRAPHER, NUMBER = MetadataField.PHOTOGRAPHER, MetadataField.DOCUMENT_NUMBER
SIGNATURE, SIGN_DATE = MetadataField.SIGNATURE, MetadataField.SIGN_DATE
PERSONS = "persons"
_AUTHORS = (MetadataField.AUTHOR, MetadataField.REPORTER)
_FIELDS = (SOURCE, DATE, EDITOR, PHOTOGRAPHER, NUMBER, SIGNATURE, SIGN_DATE)

CASES: list[tuple[str, dict[str, list[str]]]] = [
    (
        f"{T}\n来源：梅山县侨联 作者：王志明 发布时间：2021-03-05 点击：33\n{B}\n",
        {SOURCE: ["梅山县侨联"], PERSONS: ["王志明"], DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n2021-03-05 10:20 来源：梅山日报 编辑：王志明\n{B}\n",
        {SOURCE: ["梅山日报"], EDITOR: ["王志明"], DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n发布时间：2021/3/5 信息来源：县侨联 浏览次数：  次 字号：[大 中 小]\n{B}\n",
        {SOURCE: ["县侨联"], DATE: ["2021-03-05"]},
    ),
    (f"{T}\n梅山日报 2021-03-05 10:20:33\n{B}\n", {SOURCE: ["梅山日报"], DATE: ["2021-03-05"]}),
    (f"{T}\n2021-03-05 10:20 梅山网\n{B}\n", {SOURCE: ["梅山网"], DATE: ["2021-03-05"]}),
    (
        f"{T}\n2021-03-05 10:20 梅山县归国华侨联合会 浏览量：902 次\n{B}\n",
        {SOURCE: ["梅山县归国华侨联合会"], DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n发布日期：2021-03-05 发布单位：县侨联\n{B}\n",
        {SOURCE: ["县侨联"], DATE: ["2021-03-05"]},
    ),
    (f"{T}\n2021-03-05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n2021年3月5日\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n（2021年3月5日）\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n（2021年3月）\n{B}\n", {DATE: ["2021-03"]}),
    (f"{T}\n作者：王志明 李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n作者：县侨联办公室 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n作者：王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n文/王志明 图/李晓华\n{B}\n", {PERSONS: ["王志明"], PHOTOGRAPHER: ["李晓华"]}),
    (f"{T}\n文/图 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n图文/王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n王志明/文\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n王志明 文/图\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n记者 王志明 通讯员 李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n本报记者 王志明 李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n本报记者\u3000王志明\u3000实习生\u3000李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n全媒体记者 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n本报首席记者 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n□ 本报记者 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n○王志明 李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n□王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n●王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n王志明 李晓华\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n梅山县侨联 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n梅山县侨联主席 王志明\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n中共梅山县委统战部\n{B}\n", {}),
    (f"{T}\n来源 | 梅山统战\n编辑 | 王志明\n{B}\n", {SOURCE: ["梅山统战"], EDITOR: ["王志明"]}),
    (f"{T}\n来源丨梅山统战\n{B}\n", {SOURCE: ["梅山统战"]}),
    (f"{T}\n来源：梅山统战公众号\n{B}\n", {SOURCE: ["梅山统战公众号"]}),
    (
        f"{T}\n稿件来源：县侨联 发布人：王志明 时间：2021-03-05\n{B}\n",
        {SOURCE: ["县侨联"], DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n信息来源：县侨联\u3000发布时间：2021年03月05日\u3000阅读次数：12\u3000【字体：大 中 小】\u3000【打印】\n{B}\n",
        {SOURCE: ["县侨联"], DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n时间：2021-03-05 来源：县侨联 作者：王志明 责编：李晓华\n{B}\n",
        {SOURCE: ["县侨联"], DATE: ["2021-03-05"], PERSONS: ["王志明"], EDITOR: ["李晓华"]},
    ),
    (
        f"{T}\n原创 王志明 梅山发布 2021-03-05 10:20\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["梅山发布"], PERSONS: ["王志明"]},
    ),
    (
        f"{T}\n梅山发布 2021-03-05 10:20 发表于云南\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["梅山发布"]},
    ),
    (
        f"{T}\n2021-03-05 10:20:11 | 来源：梅山网 | 作者：王志明\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["梅山网"], PERSONS: ["王志明"]},
    ),
    (f"{T}\n[2021-03-05]\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n日期：2021.03.05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n发表时间：2021-3-5 8:30:00\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n更新时间：2021-03-05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n发布者：管理员 发布时间：2021-03-05 浏览次数：33\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n发布人：县侨联 日期：2021-03-05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{T}\n梅山县侨联  2021-03-05\n{B}\n", {DATE: ["2021-03-05"], SOURCE: ["梅山县侨联"]}),
    (
        f"{T}\n来源:梅山日报  记者:王志明  2021-03-05 08:12\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["梅山日报"], PERSONS: ["王志明"]},
    ),
    (
        f"{T}\n索引号：0153-2021-03  发布机构：县侨联  发布日期：2021-03-05\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["县侨联"]},
    ),
    (f"{T}\n本报记者 王志明 文/图\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n记者王志明 通讯员李晓华 文/图\n{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n本报记者 王志明 摄影报道\n{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n本报讯（记者 王志明 通讯员 李晓华）{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n本报3月5日讯（记者王志明）{B}\n", {PERSONS: ["王志明"], DATE: ["--03-05"]}),
    (
        f"{T}\n新华社北京3月5日电（记者王志明、李晓华）{B}\n",
        {PERSONS: ["王志明", "李晓华"], SOURCE: ["新华社"], DATE: ["--03-05"]},
    ),
    (
        f"{T}\n中新网昆明3月5日电 (王志明){B}\n",
        {SOURCE: ["中新网"], DATE: ["--03-05"], PERSONS: ["王志明"]},
    ),
    (
        f"{T}\n中新社昆明3月5日电 (记者 王志明){B}\n",
        {SOURCE: ["中新社"], DATE: ["--03-05"], PERSONS: ["王志明"]},
    ),
    (
        f"{T}\n人民网北京3月5日电 （记者王志明）{B}\n",
        {SOURCE: ["人民网"], DATE: ["--03-05"], PERSONS: ["王志明"]},
    ),
    (f"{T}\n云南网讯（记者 王志明）{B}\n", {SOURCE: ["云南网"], PERSONS: ["王志明"]}),
    (f"{T}\n【梅山日报讯】（记者 王志明）{B}\n", {SOURCE: ["梅山日报"], PERSONS: ["王志明"]}),
    (f"{T}\n梅山日报讯 （王志明）{B}\n", {SOURCE: ["梅山日报"], PERSONS: ["王志明"]}),
    (f"{T}\n本报梅山3月5日电 记者王志明报道：{B}\n", {PERSONS: ["王志明"], DATE: ["--03-05"]}),
    (f"{T}\n记者王志明报道\u3000{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n央视网消息：{B}\n", {SOURCE: ["央视网"]}),
    (f"{T}\n新华社昆明2021年3月5日电 题：{B}\n", {SOURCE: ["新华社"], DATE: ["2021-03-05"]}),
    (f"{T}\n（记者王志明、通讯员李晓华）{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n本网讯（通讯员 王志明）{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n本站讯 （王志明 报道）{B}\n", {PERSONS: ["王志明"]}),
    (f"{T}\n本报讯\u3000王志明\u3000李晓华报道：{B}\n", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}（王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（王志明 李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}\n（王志明 李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}（县侨联 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（县侨联 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（供稿：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（供稿：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（王志明 供稿）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（王志明 供稿）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（县侨联供稿）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n（县侨联供稿）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}（县侨联\u3000供稿）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n（县侨联\u3000供稿）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}（通讯员 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（通讯员 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（通讯员：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（通讯员：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（文/王志明 图/李晓华）", {PERSONS: ["王志明"], PHOTOGRAPHER: ["李晓华"]}),
    (f"{T}\n{B}\n（文/王志明 图/李晓华）", {PERSONS: ["王志明"], PHOTOGRAPHER: ["李晓华"]}),
    (f"{T}\n{B}（记者 王志明 文/图）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（记者 王志明 文/图）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（来源：县侨联）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n（来源：县侨联）", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}（梅山日报）", {SOURCE: ["梅山日报"]}),
    (f"{T}\n{B}\n（梅山日报）", {SOURCE: ["梅山日报"]}),
    (f"{T}\n{B}(责任编辑：王志明)", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n(责任编辑：王志明)", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}（责编：王志明、李晓华）", {EDITOR: ["王志明", "李晓华"]}),
    (f"{T}\n{B}\n（责编：王志明、李晓华）", {EDITOR: ["王志明", "李晓华"]}),
    (f"{T}\n{B}（作者：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（作者：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（撰稿：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（撰稿：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（县侨联办公室 王志明 李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}\n（县侨联办公室 王志明 李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}（作者单位：县委党校）", {}),
    (f"{T}\n{B}\n（作者单位：县委党校）", {}),
    (f"{T}\n{B}（作者系梅山县侨联主席）", {}),
    (f"{T}\n{B}\n（作者系梅山县侨联主席）", {}),
    (f"{T}\n{B}（王志明 摄）", {PHOTOGRAPHER: ["王志明"]}),
    (f"{T}\n{B}\n（王志明 摄）", {PHOTOGRAPHER: ["王志明"]}),
    (f"{T}\n{B}（文图：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（文图：王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}（完）", {}),
    (f"{T}\n{B}\n（完）", {}),
    (f"{T}\n{B}（王志明、李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}\n（王志明、李晓华）", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}[责任编辑：王志明]", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n[责任编辑：王志明]", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}【编辑：王志明】", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n【编辑：王志明】", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\u3000王志明\u3000李晓华", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}\n\u3000王志明\u3000李晓华", {PERSONS: ["王志明", "李晓华"]}),
    (f"{T}\n{B}（王 琳）", {PERSONS: ["王琳"]}),
    (f"{T}\n{B}\n（王 琳）", {PERSONS: ["王琳"]}),
    (f"{T}\n{B}（梅山融媒 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n（梅山融媒 王志明）", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n编辑：王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n责任编辑：王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n责编：王志明 审核：李晓华", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n一审：王志明 二审：李晓华 三审：张国强", {}),
    (f"{T}\n{B}\n编辑 王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n来源：县侨联", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n供稿：县侨联", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n供稿：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n供稿单位：县侨联", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n撰稿：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n初审：王志明 终审：李晓华", {}),
    (f"{T}\n{B}\n值班编辑：王志明", {EDITOR: ["王志明"]}),
    (
        f"{T}\n{B}\n来源：梅山日报  编辑：王志明  审核：李晓华",
        {SOURCE: ["梅山日报"], EDITOR: ["王志明"]},
    ),
    (f"{T}\n{B}\n编辑|王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n编辑丨王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n来源|县侨联", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n作者：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n文字：王志明\u3000图片：李晓华", {PERSONS: ["王志明"], PHOTOGRAPHER: ["李晓华"]}),
    (f"{T}\n{B}\n图/文：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n摄影：王志明", {PHOTOGRAPHER: ["王志明"]}),
    (f"{T}\n{B}\n通讯员：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n责任编辑 王志明 版式 李晓华 校对 张国强", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n本文来源：梅山日报", {SOURCE: ["梅山日报"]}),
    (f"{T}\n{B}\n(来源:梅山日报)", {SOURCE: ["梅山日报"]}),
    (f"{T}\n{B}\n编审：王志明", {}),
    (f"{T}\n{B}\n责任编辑：王 琳", {EDITOR: ["王琳"]}),
    (f"{T}\n{B}\n责编:王志明", {EDITOR: ["王志明"]}),
    (f"{T}\n{B}\n美编：王志明", {}),
    (f"{T}\n{B}\n信息员：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n发布：王志明", {}),
    (f"{T}\n{B}\n录入：王志明", {}),
    (f"{T}\n{B}\n报送单位：县侨联", {SOURCE: ["县侨联"]}),
    (f"{T}\n{B}\n撰稿人：王志明\u3000审稿人：李晓华", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n执笔：王志明", {PERSONS: ["王志明"]}),
    (f"{T}\n{B}\n整理：王志明", {}),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n二〇二一年三月五日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021.3.5",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021 年 3 月 5 日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021-03-05",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n二○二一年三月五日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n二0二一年三月五日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021年三月五日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\u30002021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会（盖章）\n2021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n中共梅山县委统战部\n2021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会", "中共梅山县委统战部"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n2021年3月5日\n梅山县归国华侨联合会",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n\u3000\u3000\u3000\u3000\u3000\u3000梅山县归国华侨联合会\n\u3000\u3000\u3000\u3000\u3000\u3000\u30002021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n特此报告。\n梅山县归国华侨联合会\n2021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (
        f"{T}\n{B}\n梅山县归国华侨联合会\n2021年3月",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03"]},
    ),
    (
        f"{T}\n{B}\n此页无正文\n梅山县归国华侨联合会\n2021年3月5日",
        {SIGNATURE: ["梅山县归国华侨联合会"], SIGN_DATE: ["2021-03-05"]},
    ),
    (f"{T}\n{B}\n王志明\n2021年3月5日", {SIGNATURE: ["王志明"], SIGN_DATE: ["2021-03-05"]}),
    (
        f"{T}\n{B}\n县长：王志明\n2021年3月5日",
        {SIGN_DATE: ["2021-03-05"], SIGNATURE: ["县长：王志明"]},
    ),
    (f"{N}\n梅政发〔2021〕3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发〔2021〕3号"]}),
    (f"{N}\n梅政发[2021]3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发[2021]3号"]}),
    (f"{N}\n梅政办函（2021）3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政办函（2021）3号"]}),
    (f"{N}\n梅政发【2021】3 号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发【2021】3 号"]}),
    (
        f"{N}\n梅山县人民政府公告第3号\n各乡镇人民政府：\n{B}\n",
        {NUMBER: ["梅山县人民政府公告第3号"]},
    ),
    (f"{N}\n发文字号：梅政发〔2021〕3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发〔2021〕3号"]}),
    (f"{N}\n文号：梅政发〔2021〕3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发〔2021〕3号"]}),
    (f"{N}\n梅政发﹝2021﹞第3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发﹝2021﹞第3号"]}),
    (f"{N}\n梅府令第3号\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅府令第3号"]}),
    (f"梅政发〔2021〕3号\n{N}\n各乡镇人民政府：\n{B}\n", {NUMBER: ["梅政发〔2021〕3号"]}),
    (
        f"梅山县人民政府文件\n梅政发〔2021〕3号          签发人：王志明\n{N}\n各乡镇人民政府：\n{B}\n",
        {NUMBER: ["梅政发〔2021〕3号"]},
    ),
    (
        f"{TW}\n發布日期：110-03-05\n發布單位：社會處\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["社會處"]},
    ),
    (
        f"{TW}\n發布日期：110年3月5日\u3000發布單位：社會處\n{B}\n",
        {DATE: ["2021-03-05"], SOURCE: ["社會處"]},
    ),
    (f"{TW}\n發佈日期：110/03/05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{TW}\n中華民國110年3月5日\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{TW}\n上版日期：110-03-05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"{TW}\n【記者王志明／梅山報導】{B}\n", {PERSONS: ["王志明"]}),
    (f"{TW}\n（記者王志明／梅山報導）{B}\n", {PERSONS: ["王志明"]}),
    (f"{TW}\n〔記者王志明／梅山報導〕{B}\n", {PERSONS: ["王志明"]}),
    (f"{TW}\n（中央社記者王志明梅山5日電）{B}\n", {PERSONS: ["王志明"], SOURCE: ["中央社"]}),
    (f"{TW}\n記者王志明／梅山報導\n{B}\n", {PERSONS: ["王志明"]}),
    (
        f"{TW}\n{B}\n發稿單位：社會處\u3000發稿日期：110年3月5日",
        {SOURCE: ["社會處"], DATE: ["2021-03-05"]},
    ),
    (f"{TW}\n{B}\n新聞資料詢問：社會處 王志明科長 電話：02-1234567", {}),
    (
        f"{TW}\n2021-03-05 10:20 聯合報 記者王志明／梅山即時報導\n{B}\n",
        {PERSONS: ["王志明"], SOURCE: ["聯合報"], DATE: ["2021-03-05"]},
    ),
    (f"{TW}\n110.03.05\n{B}\n", {DATE: ["2021-03-05"]}),
    (f"梅山县召开侨务工作会议\n——王志明讲话\n2021-03-05\n{B}\n", {DATE: ["2021-03-05"]}),
]


def _described(text: str) -> dict[str, list[str]]:
    metadata = find_structure(text).metadata
    persons = [item.value for item in metadata.items if item.field in _AUTHORS]
    found: dict[str, list[str]] = {PERSONS: persons} if persons else {}
    for field in _FIELDS:
        values = [
            item.value[:10] if field in (DATE, SIGN_DATE) else item.value
            for item in metadata.all(field)
        ]
        if values:
            found[field] = values
    return found


@pytest.mark.parametrize(("text", "expected"), CASES, ids=map(str, range(len(CASES))))
def test_form(text: str, expected: dict[str, list[str]]) -> None:
    assert _described(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES, ids=map(str, range(len(CASES))))
def test_form_leaves_the_title(text: str, expected: dict[str, list[str]]) -> None:
    title = next(name for name in (N, TW, T, "梅山县召开侨务工作会议") if name in text)
    assert find_structure(text).title == title
