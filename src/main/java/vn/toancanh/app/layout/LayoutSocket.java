package vn.toancanh.app.layout;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.app.layout.Talk.Answer;
import vn.toancanh.app.layout.Talk.Question;
import vn.toancanh.app.layout.Talk.Verb;
import vn.toancanh.app.layout.WallHands.Seen;
import vn.toancanh.app.status.PrivateSocket;
import vn.toancanh.base.Handle;
import vn.toancanh.layouts.Fault;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.model.Layout;

/**
 * The client's end: lets this user's other processes look at the walls as text, and change them. Its thread plans; DESK only looks
 * and applies.
 */
public final class LayoutSocket {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WallHands hands;

    private LayoutSocket(WallHands hands) {
        this.hands = hands;
    }

    /**
     * Opens it, {@code layout-<pid>.sock}.
     *
     * @throws IOException where there is no such socket on this system or the folder cannot be written
     */
    public static Handle open(Path folder, long pid, WallHands hands) throws IOException {
        return PrivateSocket.open(folder, Talk.KIND, pid, new LayoutSocket(hands)::serve);
    }

    private void serve(SocketChannel caller) throws IOException {
        byte[] asked = PrivateSocket.readAll(caller, PATIENCE, Talk.LARGEST);
        Answer answer;
        try {
            answer = answer(Talk.JSON.readValue(asked, Question.class));
        } catch (RuntimeException spoilt) {
            // Whatever a program of this user says, the wall goes on.
            LOG.warn("a question about layouts that is none", spoilt);
            answer = Answer.trouble("layout.otherVersion");
        } catch (ExecutionException | TimeoutException silent) {
            LOG.warn("the client did not answer about its walls", silent);
            answer = Answer.trouble("layout.silent");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        PrivateSocket.write(caller, Talk.JSON.writeValueAsBytes(answer));
    }

    private Answer answer(Question question) throws ExecutionException, TimeoutException, InterruptedException {
        Seen seen = this.<Seen>ask(hands::look);
        Plans plans = new Plans(seen);
        if (question.verb() == Verb.EXPORT) {
            return plans.export(question.text());
        }
        LayoutReader.Read read = LayoutReader.read(question.text());
        if (read.text().isEmpty()) {
            Fault fault = read.faults().getFirst();
            return Answer.trouble(
                    fault.textKey(), fault.args().stream().map(String::valueOf).toArray(String[]::new));
        }
        SortedMap<Integer, Layout> targets = plans.targets(read.text().get(), Math.max(1, question.window()));
        String missing = plans.missing(targets);
        if (!missing.isEmpty()) {
            return Answer.trouble(
                    "layout.noWindow", missing, Integer.toString(seen.windows().size()));
        }
        if (question.verb() == Verb.DIFF) {
            return plans.diff(targets);
        }
        if (!seen.trouble().isEmpty()) {
            return Answer.trouble(seen.trouble());
        }
        return question.verb() == Verb.APPLY ? apply(question, seen, plans, targets) : plans.plan(targets);
    }

    private Answer apply(Question question, Seen seen, Plans plans, SortedMap<Integer, Layout> targets)
            throws ExecutionException, TimeoutException, InterruptedException {
        boolean asPlanned = question.seen().equals(plans.fingerprint())
                && this.<Boolean>ask(answer -> hands.apply(seen, targets, answer));
        return asPlanned ? plans.plan(targets) : Answer.trouble("layout.changedMeanwhile");
    }

    private <T> T ask(Consumer<Consumer<T>> asking) throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        asking.accept(answer::complete);
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
