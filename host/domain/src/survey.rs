//! What customers say after the end (U14), tied to the ticket and to the agent who had it (U15).

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{SurveyId, TicketId, UserId};

/// Lowest and highest mark.
pub const MARKS: std::ops::RangeInclusive<u8> = 1..=5;

/// Highest answer to how likely the customer is to recommend the shop; the lowest is 0 (Net Promoter Score, D17).
pub const MOST_LIKELY: u8 = 10;

/// Longest comment in characters.
pub const LONGEST_COMMENT: usize = 2_000;

/// How long an answer may be changed after it was first given.
pub const CHANGE_WINDOW: chrono::Duration = chrono::Duration::days(1);

/// The questions as they were sent to one customer about one ticket, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Survey {
    /// Redress id.
    pub id: SurveyId,
    /// Ticket it is about.
    pub ticket: TicketId,
    /// Who had the ticket when the survey was sent; the answer counts for them.
    pub assignee: Option<UserId>,
    /// When the customer was asked.
    pub sent_at: Timestamp,
    /// Until when a first answer is taken.
    pub expires_at: Timestamp,
    /// When the first answer came.
    pub answered_at: Option<Timestamp>,
    /// What the customer says, after the last change.
    pub answer: Option<Answer>,
}

/// What a customer says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = SurveyAnswer))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Satisfied with the result?
    pub satisfied: bool,
    /// Mark of the whole, 1 (bad) to 5 (very good).
    pub score: u8,
    /// Mark of the speed, 1 (too slow) to 5 (very fast).
    #[serde(default)]
    pub speed: Option<u8>,
    /// How likely they are to recommend the shop, 0 (not at all) to 10 (certainly).
    #[serde(default)]
    pub recommend: Option<u8>,
    /// In the customer's own words, at most 2,000 characters.
    #[serde(default)]
    pub comment: Option<String>,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SurveyError {
    /// A mark outside of 1 to 5.
    #[error("{field} is {mark}: give a mark from 1 to 5")]
    Mark {
        /// Which one.
        field: &'static str,
        /// What was given.
        mark: u8,
    },
    /// A likelihood above 10.
    #[error("recommend is {0}: give a number from 0 to {MOST_LIKELY}")]
    Recommend(u8),
    /// Too long.
    #[error("the comment has {length} characters: write at most {LONGEST_COMMENT}")]
    Comment {
        /// What was given.
        length: usize,
    },
    /// Nobody answered in time.
    #[error("the survey ended at {0}: it takes no answer any more")]
    Expired(Timestamp),
    /// The day for changes is over.
    #[error("the survey was answered at {0}: an answer may be changed within a day")]
    Answered(Timestamp),
}

impl Survey {
    /// Takes an answer, the first or a changed one; answers whether it is the first.
    ///
    /// # Errors
    /// A mark or comment out of range; too late.
    pub fn take(&mut self, answer: Answer, now: Timestamp) -> Result<bool, SurveyError> {
        for (field, mark) in [("score", Some(answer.score)), ("speed", answer.speed)] {
            if let Some(mark) = mark.filter(|mark| !MARKS.contains(mark)) {
                return Err(SurveyError::Mark { field, mark });
            }
        }
        if let Some(given) = answer.recommend.filter(|given| *given > MOST_LIKELY) {
            return Err(SurveyError::Recommend(given));
        }
        let length = answer.comment.as_deref().map_or(0, |text| text.chars().count());
        if length > LONGEST_COMMENT {
            return Err(SurveyError::Comment { length });
        }
        let first = match self.answered_at {
            Some(at) if now > at.plus(CHANGE_WINDOW) => return Err(SurveyError::Answered(at)),
            None if now > self.expires_at => return Err(SurveyError::Expired(self.expires_at)),
            Some(_) => false,
            None => true,
        };
        self.answered_at.get_or_insert(now);
        self.answer = Some(answer);
        Ok(first)
    }

    /// True when an answer would be taken now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        match self.answered_at {
            Some(at) => now <= at.plus(CHANGE_WINDOW),
            None => now <= self.expires_at,
        }
    }
}

/// What the customers of one agent said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = SurveySummary))]
pub struct Summary {
    /// The agent; null for tickets that nobody had.
    pub assignee: Option<UserId>,
    /// Surveys sent.
    pub sent: u64,
    /// Surveys answered.
    pub answered: u64,
    /// Customers who are satisfied.
    pub satisfied: u64,
    /// Sum of the scores; divided by `answered` it is the mean.
    pub score_sum: u64,
    /// Sum of the marks for speed.
    pub speed_sum: u64,
    /// How many gave a mark for speed.
    pub speed_count: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> Timestamp {
        let start: Timestamp = "2026-10-05T08:00:00Z".parse().expect("a moment");
        start.plus(chrono::Duration::hours(hours))
    }

    fn survey() -> Survey {
        Survey {
            id: SurveyId::from_uuid(uuid::Uuid::nil()),
            ticket: TicketId::from_uuid(uuid::Uuid::nil()),
            assignee: None,
            sent_at: at(0),
            expires_at: at(48),
            answered_at: None,
            answer: None,
        }
    }

    fn marks(score: u8, speed: Option<u8>) -> Answer {
        Answer { satisfied: true, score, speed, recommend: None, comment: None }
    }

    #[test]
    fn u14_an_answer_counts_once_and_changes_within_a_day() {
        let mut sent = survey();
        assert_eq!(sent.take(marks(5, Some(4)), at(48)), Ok(true), "the last moment counts");
        assert_eq!(sent.take(marks(2, None), at(72)), Ok(false));
        assert_eq!(sent.answered_at, Some(at(48)), "a change does not prolong the day");
        assert_eq!(sent.take(marks(3, None), at(73)), Err(SurveyError::Answered(at(48))));
        assert_eq!(sent.answer, Some(marks(2, None)), "what is refused changes nothing");
        assert!(!sent.is_open(at(73)));
    }

    #[test]
    fn u14_what_is_no_answer_is_refused() {
        for (given, field) in [(marks(0, None), "score"), (marks(6, None), "score"), (marks(3, Some(9)), "speed")] {
            assert!(matches!(survey().take(given, at(1)), Err(SurveyError::Mark { field: found, .. }) if found == field));
        }
        let likely = |recommend| survey().take(Answer { recommend: Some(recommend), ..marks(3, None) }, at(1));
        assert_eq!((likely(0), likely(10), likely(11)), (Ok(true), Ok(true), Err(SurveyError::Recommend(11))));
        let long = Answer { comment: Some("长".repeat(LONGEST_COMMENT + 1)), ..marks(3, None) };
        assert_eq!(survey().take(long, at(1)), Err(SurveyError::Comment { length: LONGEST_COMMENT + 1 }));
        assert_eq!(survey().take(marks(3, None), at(49)), Err(SurveyError::Expired(at(48))));
    }
}
