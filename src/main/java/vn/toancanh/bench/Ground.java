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
 * @param relay gives the command line of a relay's process, see {@link vn.toancanh.server.relay.beside.RelayProgram}
 * @param out for the result
 * @param err for progress
 */
public record Ground(
        Path cache,
        Clock clock,
        Function<List<String>, List<String>> wall,
        Function<List<String>, List<String>> relay,
        PrintStream out,
        PrintStream err) {}
