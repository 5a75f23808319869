package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Threads;

/** Whoever comes to the socket between server and relay and is neither, or says what nobody says. */
@Timeout(180)
class StrangersAtTheDoorTest {
    private static final Secret SECRET = Secret.of("mot-bi-mat");
    private static final Serving ANYWHERE = new Serving("127.0.0.1", 0, true, null, null);

    @TempDir
    Path folder;

    private final ThreadLane lane = new ThreadLane("TEST");
    private RelayProcess relay;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        relay = RelayProcess.open(folder, SECRET, "1", Clock.SYSTEM);
        file = MeetingPlace.socket(folder, ProcessHandle.current().pid());
    }

    @AfterEach
    void close() {
        relay.close();
        lane.close();
    }

    private Neighbour server() throws IOException {
        return Neighbour.meet(ControlSocket.connect(file), file, new Proof(SECRET), lane);
    }

    /** The relay still does what its own server says. */
    private void serves() throws IOException {
        Neighbour server = server();
        server.socket().write(new Order.Serve(ANYWHERE, 30));
        assertThat(server.soon(lane)).isInstanceOf(Word.Listening.class);
        server.socket().write(new Order.Sync(7));
        assertThat(server.soon(lane)).isEqualTo(new Word.Synced(7));
        server.socket().close();
    }

    private SocketChannel raw() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(file));
        return channel;
    }

    private static void say(SocketChannel to, String text) throws IOException {
        to.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** All that comes until the other side hangs up. */
    private static String rest(SocketChannel from) {
        try {
            return new String(Channels.newInputStream(from).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException hungUp) {
            return "";
        }
    }

    @Test
    void theSocketIsItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        relay.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void whoSaysNonsenseIsLetGoAndNobodyElseNotices() throws Exception {
        for (String nonsense : List.of(
                "\n",
                "xin chào\n",
                "{}\n",
                "[]\n",
                "null\n",
                "{\"op\":\"prove\"}\n",
                "{\"op\":\"prove\",\"nonce\":null,\"proof\":null}\n",
                "{\"op\":\"open the gate\"}\n",
                "{\"op\":\"serve\",\"how\":{\"address\":\"127.0.0.1\",\"port\":99999},\"graceSeconds\":1}\n",
                "{\"op\":\"end\"}\n",
                "{\"op\":\"cut\",\"grants\":[],\"sessions\":[]}\n",
                "[".repeat(5000) + "\n")) {
            try (SocketChannel stranger = raw()) {
                say(stranger, nonsense);
                assertThat(rest(stranger)).as(nonsense).doesNotContain("proved").doesNotContain("listening");
            }
        }
        serves();
    }

    @Test
    void aLineWithoutAnEndIsCutOff() throws Exception {
        try (SocketChannel stranger = raw()) {
            String piece = "x".repeat(1 << 16);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            say(stranger, piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        serves();
    }

    @Test
    void anotherSecretProvesNothingAndItsOrdersAreNotHeard() throws Exception {
        ControlSocket socket = ControlSocket.connect(file);
        assertThatThrownBy(() -> Neighbour.meet(socket, file, new Proof(Secret.of("bi-mat-khac")), lane))
                .isInstanceOf(IOException.class);
        try (SocketChannel stranger = raw()) {
            say(
                    stranger,
                    "{\"op\":\"prove\",\"nonce\":\"00\",\"proof\":\"" + "0".repeat(64) + "\"}\n{\"op\":\"end\"}\n");
            assertThat(rest(stranger)).contains("hello").doesNotContain("proved");
        }
        serves();
    }

    @Test
    void aProofThatWasOverheardIsWorthNothingASecondTime() throws Exception {
        Proof proof = new Proof(SECRET);
        String[] sent = new String[1];
        try (ControlSocket socket = ControlSocket.connect(file)) {
            Word.Hello hello = (Word.Hello) socket.read(Word.class);
            assertThat(hello).isNotNull();
            String nonce = proof.nonce();
            String right = proof.ofServer(hello.nonce(), nonce);
            sent[0] = "{\"op\":\"prove\",\"nonce\":\"" + nonce + "\",\"proof\":\"" + right + "\"}\n";
            socket.write(new Order.Prove(nonce, right));
            assertThat(socket.read(Word.class)).isInstanceOf(Word.Proved.class);
        }
        try (SocketChannel again = raw()) {
            say(again, sent[0]);
            assertThat(rest(again)).contains("hello").doesNotContain("proved");
        }
    }

    @Test
    void whoSaysNothingIsLetGoAndTheNinthIsNotHeardAtAll() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SocketChannel each = raw();
            silent.add(each);
            ByteBuffer hello = ByteBuffer.allocate(1);
            assertThat(each.read(hello)).isEqualTo(1);
        }
        try (SocketChannel ninth = raw()) {
            assertThat(rest(ninth)).isEmpty();
        }
        long begun = System.nanoTime();
        for (SocketChannel each : silent) {
            rest(each);
            each.close();
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)).isLessThan(15);
        serves();
    }

    @Test
    void aServerThatSaysNonsenseIsLetGoAndMayComeAgain() throws Exception {
        Neighbour server = server();
        server.socket().write(new Order.Prove("1", "2"));
        assertThat(server.socket().read(Word.class)).isNull();
        serves();
    }

    @Test
    void whoPosesAsARelayIsFoundOut() throws Exception {
        for (String posing : List.of(
                "xin chào\n",
                "{\"word\":\"listening\",\"port\":1}\n",
                "{\"word\":\"hello\",\"protocol\":1,\"version\":\"1\"}\n",
                "{\"word\":\"hello\",\"protocol\":1,\"version\":\"1\",\"nonce\":\"00\"}\n{\"word\":\"proved\",\"proof\":\"00\"}\n",
                "")) {
            Path poser = folder.resolve("relay-1.sock");
            Files.deleteIfExists(poser);
            try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                door.bind(UnixDomainSocketAddress.of(poser));
                Threads.daemon("poser", () -> pose(door, posing)).start();
                ControlSocket socket = ControlSocket.connect(poser);
                assertThatThrownBy(() -> Neighbour.meet(socket, poser, new Proof(SECRET), lane))
                        .as(posing)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    private static void pose(ServerSocketChannel door, String posing) {
        try (SocketChannel caller = door.accept()) {
            say(caller, posing);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Test
    void aRelayOfAnotherVersionOrWithOtherSettingsIsEnded() throws Exception {
        RelayProgram none = new RelayProgram(words -> List.of("false"), folder);
        Neighbour server = server();
        server.socket().write(new Order.Serve(ANYWHERE, 30));
        int port = ((Word.Listening) server.soon(lane)).port();
        server.socket().close();
        Neighbours same = new Neighbours(folder, none, SECRET, "1", Clock.SYSTEM, lane);
        for (Serving asked : List.of(ANYWHERE, ANYWHERE.at(port))) {
            Neighbour found = same.find(asked).orElseThrow();
            assertThat(found.serving()).isEqualTo(ANYWHERE.at(port));
            found.socket().close();
        }
        Neighbours other = new Neighbours(folder, none, SECRET, "2", Clock.SYSTEM, lane);
        assertThat(other.find(ANYWHERE)).isEmpty();
        relay.await();
        assertThat(file).doesNotExist();

        open();
        serves();
        assertThat(same.find(new Serving("127.0.0.1", 0, true, "a.crt", "a.key")))
                .isEmpty();
        relay.await();
    }

    @Test
    void whatWasLeftOfARelayThatWasKilledIsRemoved() throws Exception {
        Path left = folder.resolve("relay-999999999.sock");
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(left));
        }
        assertThat(left).exists();
        Neighbours looking =
                new Neighbours(folder, new RelayProgram(words -> words, folder), SECRET, "1", Clock.SYSTEM, lane);
        assertThat(looking.find(ANYWHERE)).isPresent();
        assertThat(left).doesNotExist();
    }

    @Test
    void whereItsFolderIsRemovedNobodyCanFindItAndItEnds() throws Exception {
        serves();
        Files.delete(file);
        relay.await();
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocketChannel holder = ServerSocketChannel.open()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int taken = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            Neighbour server = server();
            server.socket().write(new Order.Serve(ANYWHERE.at(taken), 30));
            assertThat(server.soon(lane)).isInstanceOf(Word.Refused.class);
            server.socket().close();
        }
    }

    @Test
    void aDataFolderWithALongPathMeetsElsewhere(@TempDir Path runtime) throws Exception {
        Path deep = folder.resolve("d".repeat(120));
        Path place = MeetingPlace.of(deep, runtime).orElseThrow();
        assertThat(place).startsWith(runtime).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        assertThat(MeetingPlace.of(folder.resolve("e".repeat(120)), runtime)).isNotEqualTo(place);
        assertThat(MeetingPlace.of(folder, runtime)).contains(folder);
        assertThat(MeetingPlace.of(deep, runtime.resolve("r".repeat(120)))).isEmpty();
    }
}
