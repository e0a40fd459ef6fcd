//! Chance that is the same on every machine and in every release: for invented data and for simulations, never for secrets.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): one 64-bit
/// counter stepped by the golden ratio and scrambled twice. Good enough for sample data, never for secrets.
#[derive(Clone, Debug)]
pub struct SplitMix64 {
    state: u64,
}

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

const fn scramble(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

impl SplitMix64 {
    /// A stream of its own for one item of one kind, so that item 7,000 can be made without making 0 to 6,999 first.
    #[must_use]
    pub const fn for_item(seed: u64, stream: u64, item: u64) -> Self {
        let mixed = scramble(seed ^ scramble(stream.wrapping_mul(GOLDEN)));
        Self { state: scramble(mixed ^ item.wrapping_mul(GOLDEN)) }
    }

    /// The next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        scramble(self.state)
    }

    /// A number from 0 up to, not including, `bound`; 0 when `bound` is 0. The bias of the multiply-shift reduction is
    /// below 2⁻³² for the small bounds used here.
    pub const fn below(&mut self, bound: u64) -> u64 {
        ((self.next_u64() as u128 * bound as u128) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub const fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below((high - low) as u64 + 1) as u32
    }

    /// True in `percent` of 100 cases.
    pub const fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, which must not be empty.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u64) as usize]
    }

    /// Fisher–Yates.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            let other = self.below(end as u64 + 1) as usize;
            items.swap(end, other);
        }
    }

    /// Between `low` and `high` different items, in the order of `items`.
    pub fn some<T: Copy>(&mut self, items: &[T], low: u32, high: u32) -> Vec<T> {
        let wanted = self.between(low, high.min(items.len() as u32)) as usize;
        let mut order: Vec<usize> = (0..items.len()).collect();
        self.shuffle(&mut order);
        order.truncate(wanted);
        order.sort_unstable();
        order.into_iter().map(|index| items[index]).collect()
    }
}

/// A number of the sequence 0, 1, 2 … turned into one of `0..modulus`, each exactly once in every `modulus` numbers and
/// neighbours far apart. This is what makes two equal texts impossible: the outcome is read as digits, one per choice.
#[must_use]
pub const fn spread(number: u64, modulus: u64, offset: u64) -> u64 {
    // Near the golden section of the modulus, moved up until it shares no divisor with it: then it is a bijection.
    let mut step = (modulus as u128 * 618 / 1000) as u64 + 1;
    while gcd(step, modulus) != 1 {
        step += 1;
    }
    ((number as u128 * step as u128 + offset as u128) % modulus as u128) as u64
}

const fn gcd(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Reads digits with changing radix from a number, lowest first.
pub struct Digits(pub u64);

impl Digits {
    /// The next digit, in `0..radix`.
    pub const fn take(&mut self, radix: usize) -> usize {
        let digit = (self.0 % radix as u64) as usize;
        self.0 /= radix as u64;
        digit
    }

    /// Three different indexes below `count` in rising order: one of [`triples`].
    pub const fn take_three(&mut self, count: usize) -> [usize; 3] {
        let mut left = self.take(triples(count));
        let mut first = 0;
        while first + 2 < count {
            let mut second = first + 1;
            while second + 1 < count {
                let thirds = count - second - 1;
                if left < thirds {
                    return [first, second, second + 1 + left];
                }
                left -= thirds;
                second += 1;
            }
            first += 1;
        }
        [0, 1, 2]
    }
}

/// Number of ways to choose three of `count`.
pub const fn triples(count: usize) -> usize {
    count * (count - 1) * (count - 2) / 6
}
