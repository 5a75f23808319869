package vn.toancanh.bench;

import java.util.List;

/** Something is broken on purpose, again and again, and what the running client makes of it is measured. */
public interface Drill {
    /** How it is called on the command line. */
    String name();

    /** What may follow its name. */
    List<Option> options();

    /**
     * Runs it, prints progress to {@link Ground#err()} and one JSON object as the last line of {@link Ground#out()}.
     *
     * @param given a value for each of {@link #options()}
     * @return 0 where every target was met, else 1
     */
    int run(Ground ground, Arguments given) throws Exception;
}
