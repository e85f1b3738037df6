//! Does it look like abuse?

use redress_sdk::prelude::*;

use crate::{Config, {{Type}}};

impl FraudScoring for {{Type}} {
    fn score(call: &Call<Config>, _case: &CaseFile) -> Result<Assessment, RuleError> {
        let Config { window_days, most_claims, .. } = call.config;
        let claims = call.history().after_sales_within_days(window_days)?.len();
        if claims <= most_claims as usize {
            return Ok(Assessment::clean());
        }
        let signal = Signal::new("repeat_claims", 60, format!("{claims} claims in {window_days} days"));
        Ok(Assessment::from_signals(vec![signal]).with_tag("repeat_claims"))
    }
}

#[cfg(test)]
mod tests {
    use redress_sdk::testing::{FakeHost, after_sale, case};

    use super::*;
    use crate::config;

    #[test]
    fn a_customer_without_a_past_is_clean() {
        let call = FakeHost::new().call(config());
        assert_eq!({{Type}}::score(&call, &case()).unwrap(), Assessment::clean());
    }

    #[test]
    fn too_many_claims_are_a_signal() {
        let past = (1..=4).map(|n| after_sale(&format!("T-{n}"), n)).collect();
        let call = FakeHost::new().after_sales(past).call(config());
        let assessment = {{Type}}::score(&call, &case()).unwrap();
        assert_eq!(assessment.score, 60);
        assert_eq!(assessment.signals[0].code, "repeat_claims");
    }
}
