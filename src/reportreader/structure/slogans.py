"""Slogans: short sentences that name what follows, told from statements of their own."""

from reportreader.structure.patterns import Pattern

_PROVISION = Pattern(
    r"应当|可以|不得|必须|均应|须|自.{1,14}起|由.{2,16}负责|本(?:办法|规定|条例|决定|通知|意见|细则|章程)|是指|包括|如下|以下|分别|"
    r"[0-9.]+[%‰]|[0-9.]{2,}(?:余|多)?(?:万|亿|元|人|个|户|亩|吨|公里|平方|次|家|件|项)"
)
_NARRATION = Pattern(
    r"(?:今年|去年|昨天|昨日|今天|当[天日晚年]|次日|第二天|随后|后来|不久|近日|日前|目前|当前|截至|截止|据|记者|我们?(?![市县省区国镇乡院校局军部行州司])|你|他|她|它|这(?!五年|十年|一年|些年)|那|[0-9]{1,4}[月日]|[0-9]{1,4}年(?!度?(?:工作|主要|总体|重点|目标|任务|计划|情况|经济|发展|预算|决算|度))|此外|同时|其中|另外|因此|但|然而|于是|如果|虽然|为此|对此|会议|会上|各位|同志们|过去)|[^,]{1,8},是"
)
_REPORTED = Pattern(
    r"(?<!小)记者(?!站|节|协会|行)|[0-9一二三四五六七八九十]{1,3}(?:时|点)(?:许|多|左右)"
)
"""Words of what a reporter tells."""
_OPENERS = "今年以来|近年来|一年来|几年来|五年来|去年以来|去年|今年|目前|当前|近日|过去一年|过去|截至|为深入|为进一步|为了|为切实|按照|根据|围绕|通过|我们|我市|我县|我镇|我区|我局|全县|全市|全镇|全区|镇政府|县政府|市政府|认真贯彻|坚持以|始终坚持|各级|各地|各单位|各部门|各有关|全体|广大"
_GLUE = Pattern(rf"(?:{_OPENERS})")
_VERBS = (
    "坚持|加强|强化|推进|推动|完善|突出|促进|提升|加快|持续|深化|落实|打造|严守|着力|切实|全面|大力|扎实|积极|进一步|努力|深入|认真|不断|更加|更大|更高|更好|建立|健全|健强|建强|建好|"
    "用好|抓好|抓实|抓牢|做好|做优|做强|做实|做大|搭建|构建|构筑|夯实|筑牢|聚焦|紧扣|紧盯|围绕|立足|注重|关注|优化|创新|发挥|发展|扩大|培育|培养|树立|树好|统筹|引领|引导|实施|开展|"
    "组织|丰富|讲好|凝聚|汇聚|激发|拓展|拓宽|保障|改善|增强|严格|规范|防范|化解|维护|营造|弘扬|传承|保护|服务|解决|巩固|压实|压紧|狠抓|稳步|有序|精准|科学|高质量|高标准|高效|以|为|把|让|抢抓|挖掘|释放|整治|办好|办实|提高|厚植|深耕|浸润|落细|贯彻|学习|宣传|主动|充分|广泛|明确|细化|量化|盘活|壮大|延伸|融合|联动|协同|共建|共享|倡导|支持|鼓励|牢记|牢固|树牢|锚定|瞄准|擦亮|唱响|叫响|念好|走好|下好|打好|打通|守牢|守住|守护|兜牢|绘就|谱写|奏响|铸牢|点燃|激活|赋能|破解|破除|攻克|攻坚|倾力|倾情|用心|用情|全力|奋力|勇于|敢于|善于|常态|多措|多方|多元|党建|思想|政治|组织|责任|制度|机制|队伍|阵地|作风"
)
_STEADILY = "持续|稳步|不断|显著|明显|日益|日趋|全面|逐步|加快|加速|有效|有力|有序|扎实|更加|进一步"
_PROGRESS = Pattern(
    rf"(?:{_STEADILY}|再上|再创|取得|实现|迈出|迈上|成效|成果|稳中|深入|深化|蓬勃|提质|提速|增效|齐增|齐升|双提升)"
    r".{0,12}$|(?<!的)(?:增强|提升|改善|优化|完善|巩固|提高|推进|发展|增长|向好|丰硕|突破|台阶|跨越|稳定|凸显|显现)$"
)
_STEPS = Pattern(rf"[\u4e00-\u9fff]{{2}}(?:{_STEADILY})[\u4e00-\u9fff]{{2}}$")
_STEP_REACH = 8
_VERB = Pattern(rf"(?:{_VERBS})")


def reads_as_slogan(view: str, start: int, end: int) -> bool:
    """Whether `view[start:end]` could name a part: short, no provision, no narration."""
    if not 2 <= end - start <= 42:
        return False
    return not (
        _PROVISION.search(view, start, end)
        or _NARRATION.match(view, start, end)
        or _REPORTED.search(view, start, end)
    )


def begins_with_verb(view: str, start: int, end: int) -> bool:
    """Whether the phrase begins as calls to action and aims do."""
    return _VERB.match(view, start, end) is not None


def reads_as_progress(view: str, start: int, end: int) -> bool:
    """Whether the phrase tells of progress as reviews do (`产业结构持续优化`)."""
    return 6 <= end - start <= 26 and _PROGRESS.search(view, start, end) is not None


def ends_in_progress(view: str, start: int, end: int) -> bool:
    """Whether the phrase ends right behind how something went on (`…持续改善`)."""
    return _STEPS.search(view, max(start, end - _STEP_REACH), end) is not None


def opens_report(view: str, offset: int) -> bool:
    """Whether the words at `offset` are those that open reports, or a first numbering mark."""
    return _GLUE.match(view, offset) is not None or view.startswith(("一、", "第一章"), offset)


def find_glue(view: str, start: int, end: int) -> int:
    """Where a heading glued to its text ends: before the words that open sentences, -1 if unseen."""
    match = _GLUE.search(view, start + 4, end)
    return match.start() if match else -1
