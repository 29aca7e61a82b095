"""Traditional characters read as simplified ones, character for character: places in the text stay what they are.

What newspapers say by convention (記者, 本報訊, 主持人：問) is listed once, in simplified characters; who looks for it
looks at the folded text and takes what it found from the text itself. Only characters that those lists use are here,
none that simplified text writes too; converting a text for print is the lexicon's, with words.
"""

from __future__ import annotations

import re

_TRADITIONAL = (
    "並佈佔併來侷係個們備傢傳價億優內兩冊別則剛創劃劇劉動務勞勢區卻卽厤參叢吳呂員問啓啟喬單嗎嘗嘩噸噹嚐嚕嚮嚴囌國園圓圖埰執報場塊塗墰壇壜婁孫學宮寀實寧審寫將專對導屆層峯嵗嶽師帶幷幹廠廢廣廳張強彆彔"
    "後從悅慄慮慶慼憶應懞戰戶掃採揀揚撲據擴攝敎數斷時晉暢曆曏書會東査條棟楊業極榦樂樑標樣機檢檯欄權欒歐歲歷氣況泝淩減湯準溫濛濱瀋瀟灘為煉熱營爲牀獨獲現產産畝畢當發盞監盧眞眾矇硃確碼禮種稱穀積穫竇筆"
    "箇箚節範簡簽籤紀約純紙級紹組結絕統絶綉經綜綫維網線編緯練縣縮總織繡繫續纍罈罎羅習聞聯聲聶職聽臺與興舉舘艷荊莊華萬葉葯蓆蓋蔔蔘蔣蕭薑藍藝藥藺蘆蘇蘋蘭處號蠶衆衕衚衛裏補裡製覈見規視覺覽觀訂計訊討訓"
    "記訪設許訴註証評詞試話詳誌認語誤說説調談請論諶諸講謝譁證識譚譯議護讀豔負責費賀資賈賓賞質賴趙踰車較載輛輝輯轉轟辦農迴這連週進遊運過達遞遠遡遲選遺邊郵鄉鄒鄔鄧鄭醫釋鈅鈡銀錄錢錦錯録錶鍊鍛鍾鎖鎭鎮"
    "鐘鑰長門開間閔閤閱閲閻關闢陳陸陽隊階際隨隻雙難雲電鞏韆韋韓頁頃項順頓領頭頻題額顏顔類顧颱養餘館饒馬馮駐驗體髮鬆鬍鬧鬱魯鮑麪麫麯麴麵麼黃點黨齊齡齣龍龐龔"
)
_SIMPLIFIED = (
    "并布占并来局系个们备家传价亿优内两册别则刚创划剧刘动务劳势区却即历参丛吴吕员问启启乔单吗尝哗吨当尝噜向严苏国园圆图采执报场块涂坛坛坛娄孙学宫采实宁审写将专对导届层峰岁岳师带并干厂废广厅张强别录"
    "后从悦栗虑庆戚忆应蒙战户扫采拣扬扑据扩摄教数断时晋畅历向书会东查条栋杨业极干乐梁标样机检台栏权栾欧岁历气况溯凌减汤准温蒙滨沈潇滩为炼热营为床独获现产产亩毕当发盏监卢真众蒙朱确码礼种称谷积获窦笔"
    "个札节范简签签纪约纯纸级绍组结绝统绝绣经综线维网线编纬练县缩总织绣系续累坛坛罗习闻联声聂职听台与兴举馆艳荆庄华万叶药席盖卜参蒋萧姜蓝艺药蔺芦苏苹兰处号蚕众同胡卫里补里制核见规视觉览观订计讯讨训"
    "记访设许诉注证评词试话详志认语误说说调谈请论谌诸讲谢哗证识谭译议护读艳负责费贺资贾宾赏质赖赵逾车较载辆辉辑转轰办农回这连周进游运过达递远溯迟选遗边邮乡邹邬邓郑医释钥钟银录钱锦错录表炼锻钟锁镇镇"
    "钟钥长门开间闵合阅阅阎关辟陈陆阳队阶际随只双难云电巩千韦韩页顷项顺顿领头频题额颜颜类顾台养余馆饶马冯驻验体发松胡闹郁鲁鲍面面曲曲面么黄点党齐龄出龙庞龚"
)
_QUOTES = str.maketrans("「」『』", "“”‘’")
_FOLDED = str.maketrans(_TRADITIONAL, _SIMPLIFIED) | _QUOTES
# Most texts have none: to look is several times faster than to translate.
_ANY = re.compile(f"[{_TRADITIONAL}「」『』]")


def folded(text: str) -> str:
    """Return a text as simplified script would write its characters one by one, quotes too.

    >>> folded("本報訊（記者 晏艷輝）「開放」")
    '本报讯（记者 晏艳辉）“开放”'
    """
    return text.translate(_FOLDED) if _ANY.search(text) else text


def restored(text: str, original: str) -> str:
    """Return words made from a folded text as the text it was folded from writes them.

    >>> restored("曾祥云", "曾祥雲表示"), restored("三", "曾祥雲表示")
    ('曾祥雲', '三')
    """
    written = {ord(new): old for new, old in zip(folded(original), original, strict=True) if new != old}
    return text.translate(written) if written else text
