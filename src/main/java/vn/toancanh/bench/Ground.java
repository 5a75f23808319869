package vn.toancanh.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vn.toancanh.base.Clock;

/**
 * What a measurement stands on.
 *
 * @param cache where it may keep what can be made again
 * @param wall gives the command line that runs a command of the program, such as {@code client --server …}, as a process of
 *     its own with the flags of its kind
 * @param out for the result
 * @param err for progress
 */
public record Ground(
        Path cache, Clock clock, Function<List<String>, List<String>> wall, PrintStream out, PrintStream err) {}
