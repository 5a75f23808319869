package vn.toancanh.app.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.toancanh.app.layout.Talk.Answer;
import vn.toancanh.app.layout.Talk.Question;
import vn.toancanh.app.status.PrivateSocket;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;

/** The command line's end: the client that this user has open. Blocks. */
final class RunningClient {
    private static final Logger LOG = LoggerFactory.getLogger(RunningClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path socket;

    private RunningClient(Path socket) {
        this.socket = socket;
    }

    /**
     * Finds it.
     *
     * @param pid which, where there are several
     * @throws FailureException NOT_FOUND where there is none, or more than one and nobody says which
     */
    static RunningClient find(Path folder, Optional<Long> pid) {
        List<Path> alive = PrivateSocket.all(folder, Talk.KIND).stream()
                .filter(file -> PrivateSocket.owner(file, Talk.KIND)
                        .filter(owner -> pid.isEmpty() || owner.pid() == pid.get())
                        .isPresent())
                .toList();
        if (alive.isEmpty()) {
            throw failure("no client", "status.nobody");
        }
        if (alive.size() > 1) {
            String pids = alive.stream()
                    .flatMap(file -> PrivateSocket.owner(file, Talk.KIND).stream())
                    .map(owner -> Long.toString(owner.pid()))
                    .collect(Collectors.joining(", "));
            throw failure("several clients", "layout.severalClients", pids);
        }
        return new RunningClient(alive.getFirst());
    }

    /** Asks; trouble is thrown as a failure with a text for the person. */
    Answer ask(Question question) {
        Answer answer;
        try {
            answer = Talk.JSON.readValue(
                    PrivateSocket.call(socket, Talk.JSON.writeValueAsBytes(question), PATIENCE, Talk.LARGEST),
                    Answer.class);
        } catch (IOException | JacksonException gone) {
            LOG.warn("the client at {} does not answer", socket, gone);
            throw failure("no answer", "layout.silent");
        }
        if (!answer.trouble().isEmpty()) {
            throw failure(
                    "refused: " + answer.trouble(),
                    answer.trouble(),
                    answer.args().toArray());
        }
        return answer;
    }

    private static FailureException failure(String detail, String textKey, Object... args) {
        return new FailureException(Failure.of(Kind.NOT_FOUND, detail).withText(textKey, args));
    }
}
