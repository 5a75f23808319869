package vn.toancanh.app.command;

import java.util.List;
import java.util.stream.Collectors;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Texts;
import vn.toancanh.bench.Arguments;
import vn.toancanh.bench.Benchmark;
import vn.toancanh.bench.Benchmarks;
import vn.toancanh.bench.Drill;
import vn.toancanh.bench.Drills;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Option;

/** What benchmarks and drills have in common on the command line. */
final class Trials {
    private Trials() {}

    static Ground ground(Surroundings given) {
        return new Ground(
                given.folders().cache(),
                given.clock(),
                given.jvm()::wallCommand,
                given.jvm()::relayCommand,
                given.out(),
                given.err());
    }

    /**
     * Reads what follows the name.
     *
     * @throws WrongValue where it is wrong, with which word and what is taken
     */
    static Arguments arguments(Common common, Texts texts, List<String> words, List<Option> known) {
        try {
            return Arguments.parse(words, known);
        } catch (Arguments.Wrong wrong) {
            throw common.wrong(wrong.option()
                    .map(option -> wrong.word().isEmpty()
                            ? texts.get("app.missingArgument", option.name())
                            : texts.get("trial.badValue", option.name(), wrong.word(), option.least(), option.most()))
                    .orElseGet(() -> texts.get(
                            "trial.unknownOption",
                            wrong.name(),
                            known.stream().map(Option::name).collect(Collectors.joining(" ")))));
        }
    }

    /** All benchmarks for the usage, one a line, with what each takes. */
    static String benchmarks() {
        return Benchmarks.all().stream()
                .map((Benchmark each) -> line(each.name(), each.options()))
                .collect(Collectors.joining());
    }

    /** All drills for the usage. */
    static String drills() {
        return Drills.all().stream()
                .map((Drill each) -> line(each.name(), each.options()))
                .collect(Collectors.joining());
    }

    private static String line(String name, List<Option> options) {
        return "%n  " + name + options.stream().map(Option::usage).collect(Collectors.joining());
    }
}
