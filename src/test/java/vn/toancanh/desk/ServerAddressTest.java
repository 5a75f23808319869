package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "trungtam.hanoi.vn, https://trungtam.hanoi.vn",
        "trungtam.hanoi.vn:8443/, https://trungtam.hanoi.vn:8443",
        "https://trungtam.hanoi.vn//, https://trungtam.hanoi.vn",
        "http://127.0.0.1:9000, http://127.0.0.1:9000",
        "localhost:9000, http://localhost:9000",
        "[::1]:9000, http://[::1]:9000",
        "trungtam.hanoi.vn/toan-canh, https://trungtam.hanoi.vn/toan-canh",
    })
    void readsWhatPeopleType(String typed, URI meant) {
        assertThat(ServerAddress.read("  " + typed + " ")).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hai tu",
                "ftp://may",
                "https://",
                "https://ai:matkhau@may",
                "https://may?x=1",
                "[::1",
                "https://may:99999"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(ServerAddress.read(typed)).isEmpty();
    }

    @Test
    void guessesPlainHttpForThisMachineOnly() {
        assertThat(ServerAddress.read("127.0.0.1.evil.example").map(URI::getScheme))
                .contains("https");
    }
}
