//! The path that the C API would take, with what is wrong along it.

use super::{
    Judge, LONGEST_CHAIN, Link, MOST_INTERMEDIATES, Role, Source, TooLong, departures, flag, is_signed_by,
    may_issue,
};
use crate::x509::certificate::Certificate;

struct Parent<'a> {
    certificate: &'a Certificate<'a>,
    source: Source,
    /// Its key verifies the child's signature.
    signed: bool,
}

impl<'a> Judge<'a> {
    /// Follows the first issuer that fits at each step, and never turns back: the work is bounded by the chain's length.
    pub(super) fn walk(&self, end_entity: &'a Certificate<'a>) -> Result<Vec<Link>, TooLong> {
        let mut path: Vec<Link> = Vec::new();
        let (mut child, mut source, mut self_issued) = (end_entity, Source::Chain(0), 0);
        loop {
            let role = match source {
                Source::Trusted(_) => Role::Trusted,
                Source::Chain(0) => Role::EndEntity,
                Source::Chain(_) => Role::Intermediate,
            };
            let mut flags = self.own_flags(child, role);
            let parent = match role {
                Role::Trusted => None,
                Role::EndEntity | Role::Intermediate => self.parent(child, source, path.len(), self_issued),
            };
            match &parent {
                Some(parent) => {
                    flags |= if parent.signed { 0 } else { flag::NOT_TRUSTED };
                    flags |= self.issuer_flags(child, parent.certificate);
                }
                None if role != Role::Trusted => flags |= flag::NOT_TRUSTED,
                None => {}
            }
            self_issued += usize::from(role == Role::Intermediate && child.is_self_issued());
            path.push(Link { source, flags });
            let Some(parent) = parent else { break };
            if path.len() > MOST_INTERMEDIATES && matches!(parent.source, Source::Chain(_)) {
                return Err(TooLong);
            }
            (child, source) = (parent.certificate, parent.source);
        }
        if path.iter().all(|link| link.flags == 0)
            && !self.departs(&path)
            && let Some(first) = path.first_mut()
        {
            first.flags = flag::OTHER;
        }
        Ok(path)
    }

    fn departs(&self, path: &[Link]) -> bool {
        let path: Option<Vec<_>> = path.iter().map(|link| self.certificate(link.source)).collect();
        path.is_some_and(|path| departures::trusted(&path))
    }

    /// Whose signature `child` may bear: first among the trusted, then among those that the peer sent behind it.
    fn parent(
        &self,
        child: &Certificate<'_>,
        source: Source,
        below: usize,
        self_issued: usize,
    ) -> Option<Parent<'a>> {
        let at = match source {
            Source::Chain(at) => at,
            Source::Trusted(_) => return None,
        };
        let trusted = self.request.trusted.iter().enumerate();
        let sent = self.request.chain.iter().enumerate().take(LONGEST_CHAIN).skip(at + 1);
        self.parent_among(trusted.map(|(at, c)| (Source::Trusted(at), c)), child, below, self_issued).or_else(
            || self.parent_among(sent.map(|(at, c)| (Source::Chain(at), c)), child, below, self_issued),
        )
    }

    /// The first that fits. One that is out of its validity is only taken when there is no other.
    fn parent_among(
        &self,
        candidates: impl Iterator<Item = (Source, &'a Certificate<'a>)>,
        child: &Certificate<'_>,
        below: usize,
        self_issued: usize,
    ) -> Option<Parent<'a>> {
        let mut second_best = None;
        for (source, certificate) in candidates {
            let trusted = matches!(source, Source::Trusted(_));
            if !child.names_as_issuer(certificate) || !may_issue(certificate, trusted, below, self_issued) {
                continue;
            }
            let signed =
                is_signed_by(child.tbs, child.signature_kind, &child.algorithm, child.signature, certificate);
            if trusted && !signed {
                continue;
            }
            let parent = Parent { certificate, source, signed };
            if self.validity_flags(certificate) == 0 {
                return Some(parent);
            }
            second_best.get_or_insert(parent);
        }
        second_best
    }
}
