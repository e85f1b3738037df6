//! What the shop sells.

use redress_domain::{Currency, Money};
use serde::Serialize;

/// Sample whose refund the rules approve by themselves: 9.90 yuan (D3).
pub const SAMPLE_SKU: &str = "SAMPLE-FOOD";
/// Feeder whose refund needs the director: 2,880 yuan (D3).
pub const FEEDER_SKU: &str = "FEEDER-PRO";
/// Coat of which one customer returns the third (D6).
pub const COAT_SKU: &str = "COAT-M";

/// One product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Product {
    /// Stock keeping unit.
    pub sku: &'static str,
    /// Chinese title, with the English one behind it where the shop sells abroad.
    pub title: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// Category: decides who handles it (L7, Z12).
    pub category: &'static str,
    /// Price of one.
    pub price: Money,
}

/// Every product.
pub fn products() -> Vec<Product> {
    let product = |&(sku, title, title_en, category, fen): &(&'static str, &'static str, &'static str, &'static str, u32)| Product {
        sku,
        title,
        title_en,
        category,
        price: Money::zero(Currency::CNY).checked_add(fen_amount(fen)).unwrap_or_else(|_| Money::zero(Currency::CNY)),
    };
    PRODUCTS.iter().map(product).collect()
}

/// An amount of so many fen; every `u32` is in range.
pub(super) fn fen_amount(fen: u32) -> Money {
    Money::new(i64::from(fen), Currency::CNY).unwrap_or_else(|_| Money::zero(Currency::CNY))
}

#[rustfmt::skip]
const PRODUCTS: &[(&str, &str, &str, &str, u32)] = &[
    // 家电: pet_device
    ("FEEDER-1", "自动喂食器", "Automatic feeder", "pet_device", 28_800),
    (FEEDER_SKU, "双仓智能喂食器 旗舰版", "Twin smart feeder, flagship", "pet_device", 288_000),
    ("FEEDER-CAM", "可视喂食器 带摄像头", "Feeder with camera", "pet_device", 45_900),
    ("FOUNTAIN-1", "循环饮水机 2L", "Water fountain 2 l", "pet_device", 12_900),
    ("FOUNTAIN-UV", "杀菌饮水机 3L", "UV water fountain 3 l", "pet_device", 21_900),
    ("LITTERBOX-AUTO", "全自动猫砂盆", "Self-cleaning litter box", "pet_device", 159_900),
    ("DRYER-BOX", "宠物烘干箱", "Drying cabinet", "pet_device", 129_900),
    ("GROOM-VAC", "吸毛理发一体机", "Grooming vacuum", "pet_device", 39_900),
    ("CAMERA-PET", "宠物陪伴摄像头", "Pet camera", "pet_device", 19_900),
    ("BALL-AUTO", "自动发球机", "Ball launcher", "pet_device", 25_900),
    ("HEATPAD-1", "恒温加热垫", "Heating pad", "pet_device", 8_900),
    ("DEODORIZER", "宠物除味净化器", "Odour purifier", "pet_device", 34_900),
    ("FILTER-3", "饮水机滤芯 三个装", "Fountain filters, pack of 3", "pet_part", 3_500),
    ("FILTER-SET", "净化器滤网组件", "Purifier filter set", "pet_part", 3_500),
    ("ADAPTER-5V", "喂食器电源适配器", "Feeder power adapter", "pet_part", 2_900),
    // 食品: pet_food
    (SAMPLE_SKU, "猫粮试吃装 50g", "Cat food sample 50 g", "pet_food", 990),
    ("FOOD-CAT-2", "全价成猫粮 2kg", "Adult cat food 2 kg", "pet_food", 15_900),
    ("FOOD-CAT-10", "全价成猫粮 10kg", "Adult cat food 10 kg", "pet_food", 46_900),
    ("FOOD-KITTEN", "幼猫奶糕粮 1.5kg", "Kitten food 1.5 kg", "pet_food", 13_900),
    ("FOOD-DOG-3", "小型犬粮 3kg", "Small dog food 3 kg", "pet_food", 16_900),
    ("FOOD-DOG-15", "大型犬粮 15kg", "Large dog food 15 kg", "pet_food", 48_900),
    ("FOOD-SENIOR", "老年犬处方粮 2kg", "Senior dog diet 2 kg", "pet_food", 22_900),
    ("CAN-12", "主食罐头 12罐", "Wet food, 12 tins", "pet_food", 10_800),
    ("STICK-30", "猫条 30支", "Cat treats, 30 sticks", "pet_food", 4_990),
    ("DENTAL-28", "洁齿骨 28支", "Dental chews, 28 sticks", "pet_food", 6_900),
    ("FREEZE-CHK", "鸡肉冻干 500g", "Freeze-dried chicken 500 g", "pet_food", 9_900),
    ("GOATMILK", "羊奶粉 400g", "Goat milk powder 400 g", "pet_food", 7_800),
    // 生鲜: fresh
    ("FRESH-BEEF", "冷鲜牛肉餐 1kg", "Fresh beef meal 1 kg", "fresh", 8_800),
    ("FRESH-SALMON", "冷鲜三文鱼餐 500g", "Fresh salmon meal 500 g", "fresh", 7_900),
    ("FRESH-DUCK", "冷鲜鸭肉餐 1kg", "Fresh duck meal 1 kg", "fresh", 6_900),
    ("FRESH-BOX", "一周鲜食订阅盒", "Weekly fresh box", "fresh", 26_800),
    ("RAW-BONE", "冷冻生骨肉 2kg", "Frozen raw bones 2 kg", "fresh", 11_900),
    // 服饰: pet_apparel
    ("COAT-S", "宠物羽绒服 S", "Down coat S", "pet_apparel", 12_900),
    (COAT_SKU, "宠物羽绒服 M", "Down coat M", "pet_apparel", 13_900),
    ("COAT-L", "宠物羽绒服 L", "Down coat L", "pet_apparel", 14_900),
    ("RAIN-M", "四脚雨衣 M", "Raincoat M", "pet_apparel", 6_900),
    ("SWEATER-S", "针织毛衣 S", "Knitted sweater S", "pet_apparel", 5_900),
    ("HARNESS-M", "反光胸背 M", "Reflective harness M", "pet_apparel", 7_900),
    ("LEASH-1", "牵引绳 1.5m", "Leash 1.5 m", "pet_apparel", 3_900),
    ("BOOTS-4", "防滑狗鞋 四只", "Dog boots, set of 4", "pet_apparel", 4_900),
    ("BOWTIE", "节日领结", "Festive bow tie", "pet_apparel", 1_900),
    // 日用: pet_litter, pet_toy, pet_care, pet_travel
    ("LITTER-TOFU", "豆腐猫砂 6L×4", "Tofu litter 4 × 6 l", "pet_litter", 7_900),
    ("LITTER-MIX", "混合猫砂 2.5kg×8", "Mixed litter 8 × 2.5 kg", "pet_litter", 11_900),
    ("LITTER-CRYSTAL", "水晶猫砂 3.8L×4", "Crystal litter 4 × 3.8 l", "pet_litter", 8_900),
    ("PAD-100", "尿垫 100片", "Training pads, 100", "pet_litter", 4_900),
    ("TREE-160", "猫爬架 160cm", "Cat tree 160 cm", "pet_toy", 32_900),
    ("SCRATCH-3", "瓦楞猫抓板 三片", "Scratching boards, 3", "pet_toy", 2_990),
    ("WAND-SET", "逗猫棒套装", "Feather wand set", "pet_toy", 1_990),
    ("ROPE-TOY", "耐咬绳结玩具", "Rope toy", "pet_toy", 1_590),
    ("PUZZLE-BOWL", "慢食益智碗", "Puzzle bowl", "pet_toy", 4_590),
    ("SHAMPOO-500", "宠物香波 500ml", "Shampoo 500 ml", "pet_care", 5_800),
    ("BRUSH-PRO", "脱毛梳", "Deshedding brush", "pet_care", 6_600),
    ("NAIL-SET", "电动磨甲器", "Nail grinder", "pet_care", 8_600),
    ("DEWORM-3", "体外驱虫滴剂 三支", "Spot-on, 3 doses", "pet_care", 18_600),
    ("VITAMIN-120", "营养片 120粒", "Vitamins, 120 tablets", "pet_care", 9_600),
    ("CARRIER-AIR", "航空箱 中号", "Flight kennel, medium", "pet_travel", 23_900),
    ("BACKPACK-CAT", "太空舱背包", "Capsule backpack", "pet_travel", 16_900),
    ("STROLLER-1", "折叠宠物推车", "Folding stroller", "pet_travel", 69_900),
    ("SEAT-CAR", "车载安全座椅", "Car seat", "pet_travel", 27_900),
    // 贵重品: valuables
    ("GPS-GOLD", "定位项圈 镀金版", "GPS collar, gold-plated", "valuables", 399_900),
    ("TAG-SILVER", "纯银定制名牌", "Silver name tag", "valuables", 129_900),
    ("BED-SILK", "真丝宠物床", "Silk bed", "valuables", 258_000),
];
