package vn.toancanh.bench;

import java.util.List;

/** One measurement. */
public interface Benchmark {
    /** How it is called on the command line. */
    String name();

    /** What may follow its name. */
    List<Option> options();

    /**
     * Measures, prints progress to {@link Ground#err()} and one JSON object as the last line of {@link Ground#out()}.
     *
     * @param given a value for each of {@link #options()}
     * @return 0 where it could measure, else 1
     */
    int run(Ground ground, Arguments given) throws Exception;
}
