package vn.toancanh.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** The column that says where a head is steered. */
class HeadColumnTest {
    private static final String HEADER = "number,name,site,url,ptz,Địa chỉ ONVIF\n";

    private static InventoryResult read(String text) throws IOException {
        return InventoryFile.read(
                new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void isReadAndWrittenAgain() throws IOException {
        String address = "http://h:8080/onvif/device_service";
        InventoryResult read = read(HEADER + "1,A,S,rtsp://h/1,có," + address + "\n2,B,S,rtsp://h/1,có,\n");
        assertThat(read.entries())
                .extracting(entry -> String.valueOf(entry.head()))
                .containsExactly(address, "null");
        StringWriter text = new StringWriter();
        InventoryFile.write(read.sites(), read.entries(), text);
        assertThat(read(text.toString()).entries()).isEqualTo(read.entries());
    }

    @Test
    void whatIsNoSuchAddressIsNamedAndNotRepeated() throws IOException {
        InventoryResult read = read(HEADER
                + "1,A,S,rtsp://h/1,có,rtsp://h/1\n"
                + "2,B,S,rtsp://h/1,có,http://an:matkhau@h/\n"
                + "3,C,S,rtsp://h/1,có,http://h/" + "x".repeat(2000) + "\n");
        assertThat(read.problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.textKey())
                .containsExactly(
                        "2 Địa chỉ ONVIF inventory.badHeadAddress",
                        "3 Địa chỉ ONVIF inventory.badHeadAddress",
                        "4 Địa chỉ ONVIF inventory.tooLong");
        Texts texts = new Texts(Language.VI);
        assertThat(read.problems())
                .extracting(
                        problem -> texts.get(problem.textKey(), problem.args().toArray()))
                .noneMatch(text -> text.contains("matkhau"));
    }
}
