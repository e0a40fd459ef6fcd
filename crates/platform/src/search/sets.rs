//! Sets of documents within a segment: bits where they are many, a sorted list where they are few.

/// Bits for `documents` documents, all unset.
pub(super) fn none(documents: u32) -> Vec<u64> {
    vec![0; (documents as usize).div_ceil(64)]
}

/// Keeps what both have.
pub(super) fn and(into: &mut [u64], other: &[u64]) {
    for (a, b) in into.iter_mut().zip(other) {
        *a &= b;
    }
}

/// How many are set.
pub(super) fn count(bits: &[u64]) -> u64 {
    bits.iter().map(|word| u64::from(word.count_ones())).sum()
}

/// The numbers of the bits that are set, upward from `base`.
pub(super) fn each(bits: &[u64], base: u32) -> impl Iterator<Item = u32> + '_ {
    (0u32..).zip(bits).flat_map(move |(place, word)| {
        let mut rest = *word;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let bit = rest.trailing_zeros();
            rest &= rest - 1;
            Some(base + place * 64 + bit)
        })
    })
}

/// The documents that have one term, deleted ones included.
#[derive(Debug)]
pub(super) enum Set {
    Bits(Vec<u64>),
    List(Vec<u32>),
}

impl Set {
    /// Takes sorted document numbers of a segment with `documents` documents.
    pub(super) fn new(list: Vec<u32>, documents: u32) -> Self {
        if list.len() < documents as usize / 32 {
            return Set::List(list);
        }
        let mut bits = none(documents);
        for document in list {
            bits[document as usize / 64] |= 1 << (document % 64);
        }
        Set::Bits(bits)
    }

    /// Adds the set to bits.
    pub(super) fn add_to(&self, into: &mut [u64]) {
        match self {
            Set::Bits(bits) => {
                for (a, b) in into.iter_mut().zip(bits) {
                    *a |= b;
                }
            }
            Set::List(list) => {
                for document in list {
                    into[*document as usize / 64] |= 1 << (document % 64);
                }
            }
        }
    }

    /// How many of the set are among the bits.
    pub(super) fn count_in(&self, among: &[u64]) -> u64 {
        match self {
            Set::Bits(bits) => bits.iter().zip(among).map(|(a, b)| u64::from((a & b).count_ones())).sum(),
            Set::List(list) => {
                list.iter().filter(|document| among[**document as usize / 64] >> (**document % 64) & 1 == 1).count()
                    as u64
            }
        }
    }

    /// Bytes held.
    pub(super) fn size(&self) -> usize {
        match self {
            Set::Bits(bits) => bits.len() * 8,
            Set::List(list) => list.len() * 4,
        }
    }
}
