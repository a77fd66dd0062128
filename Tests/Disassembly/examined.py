"""The functions that are examined, and what they may contain."""
import re

# Names as `swift demangle --simplified` prints them, without "specialized "; every one must be found.
FUNCTIONS = {
    "ConstantTime": (
        r"static Choice\.(isEqual|isLess|isZero)\(_:_?:?\)",
        r"Choice\.(select\(_:_:\)|mask\.getter|byteMask\.getter)",
        r"(opaque\(_:\)|revealed\(_:as:\)|wipe\(_:\))",
    ),
    "Base64Coding": (
        r"Base64Alphabet\.(encode\(_:into:\)|decode\(_:_:into:\))",
        r"Base64Error\.Kind\.init\(misplaced:\)",
        r"static Base64\.mask\(_:with:into:\)",
    ),
    "BigMod": (
        r"static MontgomeryKernel\..*",
        r"static (MontgomeryRows|MontgomerySquares|KaratsubaSquare)\..*",
        r"Limbs\.select\(_:from:entrySize:\)",
        r"Limbs\.(add|subtract|addShorter|addLimb|multiply|reduceOnce|shiftLeft|shiftRight)\(.*\)",
        r"Limbs\.(isEqual\(to:\)|isLess\(than:\)|assign\(.*\)|clear\(\)|store\(bigEndian:\))",
        r"Modulus\.(enterMontgomery|leaveMontgomery|montgomeryMultiply|montgomerySquare)\(.*\)",
        r"Nat\.(adding|subtracting|multiplied|shiftedRight|isEqual|isLess|remainder)\(.*\)",
        r"(closure #\d in )+Nat\.(greatestCommonDivisor\(_:\)|oddPart\(\)|adding\(_:\))",
        r"(static Nat\.select\(_:_:_:\)|Nat\.isZero\.getter|Nat\.isOdd\.getter)",
        r"quotientDigit\(_:_:_:\)",
    ),
    "BigModAVX512": (
        r"multiply(Two1024|1536|2048|3072|4096)\(.*\)",
        r"square(Two1024|1536|2048|3072)\(.*\)",
        r"(multiply|square)Eight2?\(.*\)",
        r"(Pair|Eight)Layout\.(setConstant\(bit:\)|select\(_:at:\)|prepareModuli\(\)|assemble\(_:from:\))",
        r"avx512(Pair|Eight)(Load|Run|Result)\(.*\)",
        r"LaneMemory\.(loadReduced|storeRowModulus)\(.*\)",
    ),
}

# Structures of counts and pointers in memory: which register points to one when the function begins.
PUBLIC_STRUCTURES = {
    r"(Pair|Eight)Layout\.": "r13",  # self
    r"squareEight2?\(": "r8",  # where in the table to read, and how far
}

# What the analysis cannot know to be public: for a function, how many conditional jumps and addresses, and why.
EXCUSED = {
    # The form for arrays, whose counts are in memory.
    "static Choice.isEqual(_:_:)": 13,
}

# Instructions that take the same time whatever they work on (Intel: "Data operand independent timing"). No division,
# no gather, no rep, no floating point.
ALLOWED = re.compile(
    r"""(
      mov(abs|z|s|zbl|zbw|zbq|zwl|zwq|sbl|sbq|swl|swq|slq|d|q|w|b|l|aps|ups|apd|upd|dqa|dqu|hlps|lhps|hps|lps|hpd|lpd|ss|sd)*
    | lea[wlq]? | push | pop | xchg | bswap | nop[wl]? | c[lqw]t[lqod]? | c[wl]t[ld] | cqto | xgetbv
    | (add|sub|adc|sbb|inc|dec|neg|not|and|or|xor|cmp|test|bt)[bwlq]? | andn | bzhi | bls[ir] | adcx | adox
    | (sh[lr]|sa[rl]|ro[lr]|sh[lr]d)[bwlq]? | (sh[lr]|sar|ror)x
    | mul[wlq]? | imul[wlq]? | mulx | lzcnt | tzcnt | bs[rf]
    | set[a-z]+ | cmov[a-z]+ | j[a-z]+ | call | ret | leave | ud2
    | p(and|andn|or|xor|add|sub|cmpeq|cmpgt|mulu|sll|srl|sra|shuf|unpck[lh]|ack|extr|insr|movmsk|max|min)[a-z]*
    | (and|andn|or|xor|shuf|unpck[lh])p[sd]
    | vmov[a-z0-9]+ | vzeroupper | valign[dq] | v(and|andn|or|xor)p[sd]
    | vp(and|andn|or|xor|add|sub|sll|srl|sra|sllv|srlv|broadcast|erm|tern|blend|unpck[lh]|extr|insr|cmp|testn?m|maddl?)[a-z0-9]*
    | vp(madd52[lh]uq|muludq|shufd|mov[a-z0-9]+) | v(extract|insert|broadcast)[a-z0-9]+ | vshuf[a-z0-9]+
    | k(mov|and|or|xor|xnor|not|shift[lr]|ortest|unpck|add)[a-z]*
    )$""",
    re.VERBOSE)

# Spreading a number over the lanes; its addresses are checked like all others.
SCATTERS = re.compile(r"^avx512EightLoad\(")
