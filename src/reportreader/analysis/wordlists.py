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
LITTLE_ALONE = _words(
    """
    患者 对照组 观察组 实验组 试验组 治疗组 干预组 对照 疗效 治疗 结果表明 结果显示 试验
    实验 测试 模型 系统 算法 性能 因素 质量 数据 样本 指标 特性 困境 机制 策略 关系 现象 变化
    临床 意义 案件 协议 工艺 文章 作者 学者 问卷 量表 调查 效应 差异 统计学意义 参考 依据
    """
)
"""Words that make good parts of names and poor names: 质量 of 质量追溯 and 生活质量."""
SAYS_LITTLE_BEHIND = _words(
    """
    方法 方式 办法 研究 分析 问题 过程 特点 情况 结果 影响 作用 应用 现状 对策 探讨 措施
    比较 理念 意义 原因 进展 思考 展望 综述 设计 实现 创新 构建 优化 需求 水平 效果
    程度 变化 规律 趋势 背景 视角 条件 队伍 工作 活动 事项 领域 方面 格局 局面 路径
    途径 活性 含量 环境 形式 内容 任务 目标 要求 精神 成效 成果 经验 做法 举措 力度
    指标 数据 资料 样本 病例 患者 人员 单位 部门 现象 关系 策略 建议 评价 制备 探析
    """
)
"""Words that a name can do without at its end: 双层编码方式 is named 双层编码."""
SAYS_LITTLE_BEFORE = _words(
    """
    改进 改良 传统 新型 不同 主要 基本 相关 多种 常用 现有 典型 实际 有效 一般 通用 复杂
    各种 部分 我国 国内外 国外 国内 当前 当代 新 论 浅谈 试论 浅析 试析 基于 该 本文
    大量 具体 整体 综合 全面 进一步 良好 合理 较 各级 全镇 全区 全市 全县 全省 全国
    重要 重大 重点 特殊 常见 最佳 最优 深化 推进 加强 开展 实施 完善 优化 利用 采用
    """
)
"""Words that a name can do without at its beginning: 改进遗传算法 is a 遗传算法."""
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
