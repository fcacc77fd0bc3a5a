/**
 * Characters that readers take for another at a glance, kept by hand: the character meant, then its look-alikes.
 * Collected from the shapes that share all but one stroke or one component; ordinary look-alikes (测/侧, 检/捡) are listed too,
 * the scanner asks more of them than of rare ones (see evasion.ts).
 */
export const LOOK_ALIKES = `
出岀㞮齣 证怔钲䛊 认队议仞讱 权杈叔叹朳 威戚崴葳烕 快怏抉袂炔 速逨涑诔 包苞匃佨 过迂辻迃 检捡俭验硷 验捡险检 测侧恻厕
拿拏掌 天夭无兲 当档挡裆 样洋徉祥 送関迸 急怠意 加咖伽珈 确碓硧 保褓堡緥 通诵涌桶逋 招昭沼诏 标栎柡 备奋畚 级圾极汲 最朂蕞
佳住隹往 国囯囻圀囸 家冢蒙 直置首 书㝍忕 报扳板 告吿诰 全仝金 额频颜 退腿褪 款欵歀 不丕芣 审宙宷 查査杳茬 核刻孩该 厂广厰
免兔勉 现砚垷 场扬肠 无旡兀夫 需霈 寄奇 代伐岱 办力为 理埋狸 加叻 当尚 次佽 日曰目 时吋肘 小少 一ー 二冫 三彡 工エ土 作怍昨
下卞 单箪 百佰白 分兮 特待持 快夬 速连 必心 买卖头 卖买实 售隻 伪为 假暇遐 挂桂卦 靠㫼 名各 义叉 资姿恣 质贷 专传 业亚
机杌 构沟购 官宫 方万 授受绶 承丞 诺喏 百白 成戍戌 功攻 率卒 高髙 第弟 首酋 唯惟帷 独烛 顶项 先洗 付附村 后垢 验睑 正止丐
品晶 评平抨 价介阶 低底诋 便使 宜宣谊 专寺 人入 口囗 王玉 未末 士土 己已 千干 干千 太大 大太
出绌诎咄茁础 包笣孢雹鉋泡抱炮袍饱跑 通嗵樋蓪恿 权扠汊杈钗叉 威崴媙搣葳 快筷侩郐 速逑涑蔌觫 检殓脸睑硷枪 测铡侧 样佯恙烊洋 拿镎拏挐
过呙薖 直値矗埴殖植 书抒纾 急忣 加枷笳袈迦珈茄痂驾 认仞纫韧 确埆桷斛 保堡煲葆褓 告郜诰皓浩 报菢 审婶谉 需濡儒 证症怔 寄埼
合命拾 格恪胳 验崄 厂庁 送洮 试拭轼 结洁 品晶 质踬 全佺铨荃 国圀
`;
