package vn.toancanh.bench.ptz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Threads;

/** What goes by a cable comes, both ways; by one that is pulled nothing does, and neither end is told. */
@Timeout(60)
class CableTest {
    private static final int WAITS_MS = 300;

    private ServerSocket echo;
    private Cable cable;

    @BeforeEach
    void lay() throws IOException {
        echo = new ServerSocket(0);
        Threads.virtual("echo", () -> {
                    try {
                        while (true) {
                            Socket guest = echo.accept();
                            Threads.virtual("echoes", () -> repeat(guest)).start();
                        }
                    } catch (IOException over) {
                        assertThat(echo.isClosed()).isTrue();
                    }
                })
                .start();
        cable = Cable.from("127.0.0.2", echo.getLocalPort());
    }

    private static void repeat(Socket guest) {
        try (guest) {
            guest.getInputStream().transferTo(guest.getOutputStream());
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }

    @AfterEach
    void end() throws IOException {
        cable.close();
        echo.close();
    }

    private Socket call() throws IOException {
        Socket socket = new Socket("127.0.0.2", cable.port());
        socket.setSoTimeout(WAITS_MS);
        return socket;
    }

    private static int say(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    @Test
    void itPassesOnAndIsPulledWithoutAWordAndPluggedAgain() throws IOException {
        try (Socket before = call()) {
            assertThat(say(before, 7)).isEqualTo(7);
            cable.pull();
            assertThatThrownBy(() -> say(before, 8)).isInstanceOf(SocketTimeoutException.class);
            try (Socket during = call()) {
                assertThatThrownBy(() -> say(during, 9)).isInstanceOf(SocketTimeoutException.class);
            }
            cable.plug();
            before.setSoTimeout(10_000);
            assertThat(before.getInputStream().read())
                    .as("what was lost is lost")
                    .isEqualTo(-1);
        }
        try (Socket after = call()) {
            after.setSoTimeout(10_000);
            assertThat(say(after, 10)).isEqualTo(10);
        }
    }
}
