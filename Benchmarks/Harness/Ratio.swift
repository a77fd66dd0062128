/// How long a rival takes for the same work, in units of the subject's time: 2 means that the subject is twice as fast.
struct Ratio: Codable {
    /// What was done, without the name of who did it.
    let task: String

    /// Who is compared with whom.
    let subject: String, rival: String

    /// The ratio in each round. The two samples of a round were taken within a moment of each other, so that a
    /// disturbance of the machine is in both of them, or in a few ratios only.
    let statistics: Statistics

    /// The ratios of all rivals in benchmarks whose last word is a subject or a rival: `sign/2048/ours` and
    /// `sign/2048/theirs`. Whoever is not a subject is a rival of every subject.
    static func contests(
        of subjects: [String], in measurements: [Measurement], by kind: TimeKind
    ) -> [Ratio] {
        let entries = measurements.map { (name: BenchmarkName($0.name), measurement: $0) }
        return entries.filter { !subjects.contains($0.name.variant) }.flatMap { rival in
            subjects.compactMap { subject in
                entries.first { $0.name.task == rival.name.task && $0.name.variant == subject }
            }.compactMap { own in
                let times = zip(
                    rival.measurement.unitNanoseconds(by: kind), own.measurement.unitNanoseconds(by: kind))
                return Statistics(times.map { $0 / $1 }).map {
                    Ratio(
                        task: rival.name.task, subject: own.name.variant, rival: rival.name.variant,
                        statistics: $0)
                }
            }
        }
    }
}
