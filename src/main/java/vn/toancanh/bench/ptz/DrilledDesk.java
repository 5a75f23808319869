package vn.toancanh.bench.ptz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.Steering;

/**
 * A client without a screen as a process of its own, to be killed: the lane that steers, the way to the server, and hands that hold many
 * heads at once. Its first three lines are the server's address, user and password; then {@code move CAMERA PAN TILT ZOOM} presses, or
 * goes on where it is pressed, and {@code release CAMERA} lets go. It says {@code desk ready}, and {@code desk CAMERA PHASE} of each head
 * with which it stands otherwise, as its tile would. Its end comes with that of its input.
 */
public final class DrilledDesk {
    /** Before each line that is meant for whoever started it. */
    static final String SAYS = "desk ";

    static final String READY = "ready";

    private static final long PATIENCE_SECONDS = 60;

    private final PrintStream out;
    private final Steering steering;
    private final Map<CameraId, Grip> grips = new HashMap<>();

    private DrilledDesk(PrintStream out, Steering steering) {
        this.out = out;
        this.steering = steering;
    }

    /**
     * Works until its input ends.
     *
     * @throws IllegalStateException where the server does not let it in
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        URI server = URI.create(Objects.requireNonNull(in.readLine()));
        String user = Objects.requireNonNull(in.readLine());
        Secret password = Secret.of(Objects.requireNonNull(in.readLine()));
        ThreadLane lane = new ThreadLane("DESK");
        ThreadLane ptz = new ThreadLane("PTZ");
        CentralClient client = new CentralClient(CentralOptions.standard("drill"), lane, Clock.SYSTEM);
        CompletableFuture<SignInOutcome> outcome = new CompletableFuture<>();
        lane.execute(() -> client.sessions().signIn(server, user, password, outcome::complete));
        if (outcome.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join() instanceof SignInOutcome.Refused refused) {
            throw new IllegalStateException("not signed in: " + refused);
        }
        Steering steering = new Steering(client.heads(), ptz, lane, Clock.SYSTEM);
        DrilledDesk desk = new DrilledDesk(out, steering);
        lane.every(Steering.BEAT, steering::beat);
        lane.execute(() -> {
            steering.onChange(desk::tell);
            out.println(SAYS + READY);
        });
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            desk.take(line.split(" ", -1));
        }
        steering.close();
        ptz.close();
        client.close();
        lane.close();
    }

    private void tell(CameraId camera) {
        HeadReading reading = steering.reading(camera);
        out.println(SAYS + camera.value() + " " + reading.phase());
    }

    private void take(String[] words) {
        CameraId camera = new CameraId(words[1]);
        if (words[0].equals("release")) {
            Grip held = grips.remove(camera);
            if (held != null) {
                held.release();
            }
            return;
        }
        // A hand that was thrown off presses anew.
        Grip held = grips.compute(camera, (any, grip) -> grip == null || grip.isLoose() ? steering.grip(camera) : grip);
        held.move(new HeadSpeed(number(words[2]), number(words[3]), number(words[4])));
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
