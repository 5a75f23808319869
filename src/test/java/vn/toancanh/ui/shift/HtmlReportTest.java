package vn.toancanh.ui.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.StandingWall;

class HtmlReportTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T15:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static Report report() {
        List<Note> notes = new ArrayList<>();
        for (Happening what : Happening.values()) {
            notes.add(new Note(
                    BEGAN.plusSeconds(60), what, "1", what == Happening.LEFT_OPEN ? BEGAN.toString() : "A&B", 10));
        }
        notes.add(new Note(BEGAN.plusSeconds(120), Happening.HEAD_MOVED, "c-1", "Hàng Khay"));
        notes.add(new Note(BEGAN.plusSeconds(130), Happening.HEAD_PLACED, "c-1", "C&4"));
        notes.add(new Note(BEGAN.plusSeconds(180), Happening.HEAD_MOVED, "c-2", "Tràng Tiền"));
        notes.add(new Note(BEGAN.plusSeconds(182), Happening.WALL_HELD, "truc", "Phòng <trực>"));
        notes.add(new Note(BEGAN.plusSeconds(183), Happening.WALL_SHOWN, "truc", "Cao điểm"));
        notes.add(new Note(BEGAN.plusSeconds(184), Happening.WALL_HELD, "sanh", "Sảnh"));
        notes.add(new Note(BEGAN.plusSeconds(185), Happening.HEAD_RESERVED, "c-2", "Tràng Tiền", 36_000));
        notes.add(new Note(BEGAN.plusSeconds(186), Happening.TURNS_STOPPED, "", ""));
        notes.add(new Note(BEGAN.plusSeconds(190), Happening.EXPORTED, Export.TRAIL.name(), "so<1>.csv"));
        notes.add(new Note(BEGAN.plusSeconds(200), Happening.EXPORTED, Export.PAPER.name(), ""));
        Map<String, String> cameras = new LinkedHashMap<>();
        for (int number = 1; number <= 14; number++) {
            cameras.put("c" + number, "C&" + number);
        }
        return Reporting.of(
                new Shift(new UUID(0, 1), BEGAN, false, notes),
                BEGAN.plusSeconds(36_000),
                Optional.empty(),
                List.of(new StandingWall(1, 1, cameras, true), new StandingWall(2, 2, Map.of(), true)));
    }

    private static Handover handover() {
        return new Handover(
                new UUID(0, 1),
                "Ca <đêm>",
                BEGAN,
                BEGAN.plusSeconds(36_000),
                BEGAN.plusSeconds(36_060),
                "Bàn \"1\"",
                report(),
                "dòng 1\ndòng 2",
                Handover.Standing.KEPT,
                new Handover.Acceptance("Lan", BEGAN.plusSeconds(36_100), "nhận"));
    }

    @ParameterizedTest
    @EnumSource
    void everythingStandsInItAsTextAndInWholeWords(Language language) {
        Texts texts = new Texts(language);
        String page = page(language);
        assertThat(page)
                .contains("Ca &lt;đêm&gt;", "Bàn &quot;1&quot;", "A&amp;B", "dòng 1\ndòng 2", "Lan", "nhận")
                .as("as many names as can be read")
                .contains(texts.get("shift.came", 1) + " C&amp;1, ", "C&amp;12 " + texts.get("shift.more", 2))
                .contains("lang=\"" + language.locale().getLanguage() + "\"")
                .as("what it does not tell is said")
                .contains(texts.get("shift.notTold"), texts.get("shift.notToldWhat"))
                .as("no key is left")
                .doesNotContainPattern("shift\\.[a-z]")
                .as("nothing is fetched and nothing runs")
                .doesNotContain("<script", "http:", "https:", "src=", "url(");
    }

    @Test
    void headsThatAreAwayStandInItWithTheirPlaceAndWhatLeftTheHouseWithItsFile() {
        assertThat(page(Language.EN))
                .contains("PTZ heads moved from this desk and not sent home", "<tr class=\"open\"><td>Hàng Khay</td>")
                .contains(
                        "at “C&amp;4”, away from home since 22:02 25/11",
                        "moved by hand, away from home since 22:03 25/11")
                .contains("Audit trail, file so&lt;1&gt;.csv", "Handover report, printed");
        assertThat(page(Language.VI))
                .contains("đang ở “C&amp;4”, rời vị trí gốc từ 22:02 25/11", "Nhật ký kiểm toán, tệp so&lt;1&gt;.csv");
    }

    @Test
    void whatStillStandsByThisDeskStandsInItAsSomebodysToSeeTo() {
        assertThat(page(Language.EN))
                .contains("Still in force from this desk")
                .contains("<tr class=\"open\"><td>Wall “Phòng &lt;trực&gt;”, controlled from this desk")
                .contains("since 22:03 25/11, brought last: “Cao điểm”", "since 22:03 25/11<")
                .contains("reserved for this desk until 08:03")
                .contains("All rotation is stopped", "cameras wait for their turns: Window 1, Window 2");
        assertThat(page(Language.VI))
                .contains("Bàn này còn để lại", "bàn này đang điều khiển", "bàn này giữ đến 08:03")
                .contains("từ 22:03 25/11, đưa lên gần nhất: “Cao điểm”")
                .contains("Mọi luân phiên đang dừng", "camera đang chờ lượt: Cửa sổ 1, Cửa sổ 2");
    }

    @Test
    void windowsThatWereClosedAreNotCalledByANumber() {
        Texts texts = new Texts(Language.EN);
        assertThat(texts.get("shift.gone", Report.CLOSED)).isEqualTo("Windows that were closed, no longer there:");
        assertThat(texts.get("shift.gone", 2)).isEqualTo("Window 2, no longer there:");
        assertThat(new Texts(Language.VI).get("shift.window", Report.CLOSED)).isEqualTo("Cửa sổ đã đóng");
    }

    private static String page(Language language) {
        Texts texts = new Texts(language);
        return HtmlReport.of(Sheet.of(handover(), texts, new ReportWords(texts, ZONE)), texts);
    }

    @ParameterizedTest
    @EnumSource
    void aShiftOverMidnightSaysBothDays(Language language) {
        ReportWords words = new ReportWords(new Texts(language), ZONE);
        assertThat(words.period(BEGAN, BEGAN.plusSeconds(36_000))).isEqualTo("22:00 25/11/2026 – 08:00 26/11");
        assertThat(words.period(BEGAN, BEGAN.plusSeconds(60))).isEqualTo("22:00 25/11/2026 – 22:01");
    }
}
