"""Lists of words that the search for keyphrases and names leans on, collected by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_ALONE = _words(
    """
    我们 他们 你们 自己 大家 一个 一种 一些 一次 一项 这个 这些 这种 那个 其中 其他
    以及 通过 进行 开展 实现 提高 提升 推动 推进 促进 加强 加快 坚持 坚决 不断 积极
    全面 深入 持续 有效 有力 切实 扎实 认真 充分 进一步 工作 问题 方面 情况 方式 方法
    结果 目的 结论 目前 近年来 年来 同时 今年 去年 日前 近日 重要 主要 重大 相关 有关
    基本 一定 不同 较大 明显 显著 研究 分析 探讨 提出 介绍 讨论 本文 利用 采用 根据
    基于 应用 具有 存在 认为 表明 指出 说 表示 给出 建立 得到 可以 能够 需要 应当 必须
    如何 为了 对于 关于 由于 因此 所以 但是 而且 并且 或者 还是 不仅 只有 始终 成为
    作为 做好 完成 落实 组织 要求 服务 活动 发挥 解决 建设 管理 记者 通讯员 编辑 来源
    阅读 报道 本报 消息 新闻 下午 上午 晚上 时间 年 月 日 个 名 位 条 项 次 万 亿
    余 人次 以来 以上 以下 左右 才能 纳入 是 一是 二是 三是 四是 五是 六是 各级 全体
    广大 其它 更加 较 均 及其 特点 作用 影响 效果 过程 条件 水平 能力 基础 中国 我国
    全区 全市 全县 全省 全国 全镇 辖区 我省 我市 我区 我县 各地 各项 各类 第一 第二
    第三 首先 其次 最后 图片 供稿 来自 内容 部分 阶段 期间 单位 部门 人员 同志 增长
    下降 同比 达到 截至 累计
    """
)
"""Words that say nothing of one report more than of another."""
MAY_END = _words(
    """
    建设 管理 服务 工作 活动 问题 研究 分析 应用 方法 单位 部门 能力 水平
    """
)
"""Of these, the ones that a longer phrase may end with."""
FUNCTION_WORDS = _words(
    """
    的 了 和 与 及 或 在 是 为 对 把 被 将 从 向 到 以 于 由 等 中 上 下 内 外
    里 后 前 时 之 其 该 此 各 每 这 那 有 无 不 也 都 还 又 就 才 再 更 最 很
    并 而 但 则 要 会 能 可 让 使 给 着 过 得 地 所 因 如 若 按 据 用 我 你 他
    她 它 们 个 名 位 条 项 次 年 月 日 多 余 一 二 三 四 五 六 七 八 九 十 两
    几 万 亿 百 千 第
    """
)
"""Words that neither begin nor end a name."""
NOT_PLACES = _words(
    """
    社区 街道 小区 城区 辖区 山区 地区 园区 新区 市区 灾区 老区 景区 校区 学区 城市
    乡村 农村 全市 全区 全县 全省 贫困县 开发区 示范区 试验区 智慧社区 智慧城市 文明城市
    美丽乡村 和美乡村 老旧小区 公园 广场
    """
)
"""Words that end like places and name none."""
NOT_ORGANISATIONS = _words(
    """
    合作社 大学 中学 小学 学院 医院 公司 集团 企业 政府 支部 党委 委员会 办公室 协会
    学会 银行 结局 格局 布局 全局 大局 新局 开新局 志愿服务队 党支部 联盟 民营企业
    国有企业 中小微企业 高新技术企业
    """
)
"""Words that end like bodies and name none."""
