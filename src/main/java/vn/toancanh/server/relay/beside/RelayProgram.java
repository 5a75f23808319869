package vn.toancanh.server.relay.beside;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * How a relay's process is started.
 *
 * @param command gives the command line for those words: the folder of its socket, and the product's version. The secret is
 *     the one line that the process reads from its standard input
 * @param runtime folder for its socket where the path among the data is too long
 */
public record RelayProgram(Function<List<String>, List<String>> command, Path runtime) {}
