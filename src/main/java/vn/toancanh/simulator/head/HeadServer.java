package vn.toancanh.simulator.head;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Threads;
import vn.toancanh.rtsp.message.DigestAlgorithm;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;

/**
 * Heads on one port of this machine, each at an address of its own: {@code http://127.0.0.1:PORT/onvif/NAME/device_service}. Everything
 * but the time is told to whoever knows user and password only, by digest (MD5 or SHA-256). Any thread.
 */
public final class HeadServer implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(HeadServer.class);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration NONCE_LIFE = Duration.ofMinutes(5);
    private static final int MOST_CONNECTIONS = 512;

    private final ServerSocket door;
    private final Map<String, SimulatedHead> heads;
    private final Map<String, SimulatedMedia> media;
    private final String user;
    private final Secret password;
    private final Clock clock;
    private final DigestGuard guard;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HeadServer(
            ServerSocket door,
            Map<String, SimulatedHead> heads,
            Map<String, SimulatedMedia> media,
            String user,
            Secret password,
            Clock clock) {
        this.door = door;
        this.heads = Map.copyOf(heads);
        this.media = Map.copyOf(media);
        this.user = user;
        this.password = password;
        this.clock = clock;
        this.guard = new DigestGuard(
                "Simulated head",
                List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256),
                true,
                NONCE_LIFE,
                clock,
                new SecureRandom());
    }

    /** Serves heads that tell of no streams. */
    public static HeadServer start(
            int port, Map<String, SimulatedHead> heads, String user, Secret password, Clock clock) {
        return start(port, heads, Map.of(), user, password, clock);
    }

    /**
     * Serves heads by their names.
     *
     * @param port 0: any free one
     * @param media what they tell of their pictures, by the same names
     * @throws FailureException CONFLICT where the port is taken
     */
    public static HeadServer start(
            int port,
            Map<String, SimulatedHead> heads,
            Map<String, SimulatedMedia> media,
            String user,
            Secret password,
            Clock clock) {
        try {
            ServerSocket door = new ServerSocket(port, 64, InetAddress.getLoopbackAddress());
            HeadServer server = new HeadServer(door, heads, media, user, password, clock);
            Threads.virtual("simulated-heads", server::welcome).start();
            return server;
        } catch (IOException taken) {
            throw new FailureException(
                    Failure.of(Failure.Kind.CONFLICT, "port " + port + " for heads: " + taken.getMessage(), taken)
                            .withText(
                                    "server.portTaken",
                                    InetAddress.getLoopbackAddress().getHostAddress(),
                                    Integer.toString(port)));
        }
    }

    /** Where a head's own service answers. */
    public URI address(String name) {
        return URI.create(base(name) + "/device_service");
    }

    private String base(String name) {
        return "http://127.0.0.1:" + door.getLocalPort() + "/onvif/" + name;
    }

    /** The head of that name. */
    public Optional<SimulatedHead> head(String name) {
        return Optional.ofNullable(heads.get(name));
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                if (open.size() >= MOST_CONNECTIONS) {
                    guest.close();
                } else {
                    open.add(guest);
                    Threads.virtual("simulated-head", () -> serve(guest)).start();
                }
            } catch (IOException ended) {
                LOG.debug("simulated heads: {}", ended.getMessage());
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            guest.setTcpNoDelay(true);
            guest.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
            InputStream in = new BufferedInputStream(guest.getInputStream());
            @Nullable HttpMessage request = HttpMessage.read(in);
            while (request != null && answer(guest, request)) {
                request = HttpMessage.read(in);
            }
        } catch (IOException gone) {
            LOG.debug("simulated head: {}", gone.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(guest);
        }
    }

    /** False where the connection is to end. */
    private boolean answer(Socket guest, HttpMessage request) throws IOException, InterruptedException {
        long come = clock.nanos();
        String[] way = request.path().split("/", -1);
        @Nullable SimulatedHead head = way.length > 3 && way[1].equals("onvif") ? heads.get(way[2]) : null;
        if (head != null && request.method().equals("GET") && way[way.length - 1].equals(SimulatedMedia.PICTURE)) {
            guest.getOutputStream().write(picture(request, media.get(way[2])));
            return true;
        }
        if (head == null || !request.method().equals("POST")) {
            guest.getOutputStream().write(HttpMessage.answer(404, "", ""));
            return true;
        }
        SoapRequest asked;
        try {
            asked = SoapRequest.read(request.body());
        } catch (XMLStreamException broken) {
            HeadAnswer fault = HeadAnswer.fault("WellFormed", "no XML");
            guest.getOutputStream().write(HttpMessage.answer(fault.status(), "", fault.text()));
            return true;
        }
        if (!asked.operation().equals("GetSystemDateAndTime")) {
            DigestGuard.Verdict verdict = verdict(request);
            if (verdict != DigestGuard.Verdict.ACCEPTED) {
                guest.getOutputStream().write(HttpMessage.answer(401, challenges(verdict), ""));
                return true;
            }
        }
        return carryOut(guest, head, asked, way, come);
    }

    private byte[] picture(HttpMessage request, @Nullable SimulatedMedia pictures) {
        DigestGuard.Verdict verdict = verdict(request);
        if (verdict != DigestGuard.Verdict.ACCEPTED) {
            return HttpMessage.answer(401, challenges(verdict), "");
        }
        return pictures == null
                ? HttpMessage.answer(404, "", "")
                : HttpMessage.picture(pictures.picture().get());
    }

    private boolean carryOut(Socket guest, SimulatedHead head, SoapRequest asked, String[] way, long come)
            throws IOException, InterruptedException {
        if (head.has(HeadFault.DEAF)) {
            return false;
        }
        if (head.has(HeadFault.SLOW)) {
            Thread.sleep(SimulatedHead.SLOWNESS);
        }
        @Nullable SimulatedMedia pictures = media.get(way[2]);
        HeadAnswer answer = pictures != null && SimulatedMedia.isFor(asked.operation())
                ? pictures.answer(asked, base(way[2]), way[3].equals("media2"), head.turns())
                : head.answer(asked, base(way[2]), come);
        if (head.has(HeadFault.MUTE)) {
            return false;
        }
        guest.getOutputStream().write(HttpMessage.answer(answer.status(), "", answer.text()));
        return true;
    }

    private DigestGuard.Verdict verdict(HttpMessage request) {
        Headers headers = request.header("authorization")
                .map(value -> Headers.of("Authorization", value))
                .orElse(Headers.NONE);
        return guard.check(
                RtspRequest.of(request.method(), request.path(), headers),
                name -> name.equals(user) ? Optional.of(password) : Optional.empty());
    }

    private String challenges(DigestGuard.Verdict verdict) {
        return guard.challenges(verdict == DigestGuard.Verdict.STALE).stream()
                .map(value -> "WWW-Authenticate: " + value + "\r\n")
                .collect(Collectors.joining());
    }

    /** Ends all connections. */
    @Override
    public void close() {
        try {
            door.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException gone) {
            LOG.debug("simulated heads: {}", gone.getMessage());
        }
    }
}
