package vn.toancanh.bench;

import java.util.List;

/** One measurement. */
public interface Benchmark {
    /** How it is called on the command line. */
    String name();

    /**
     * Measures, prints progress to {@link Ground#err()} and one JSON object as the last line of {@link Ground#out()}.
     *
     * @param args what followed the name
     * @return 0 where it could measure, 2 where the arguments are wrong, else 1
     */
    int run(Ground ground, List<String> args) throws Exception;
}
