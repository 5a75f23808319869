package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadEquipment;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.HeadService;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.HeadStanding;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceService;

/** Everything that a desk can ask of heads, which are asked past DESK and answer there. */
final class HeadRequests {
    private static final CameraId CAMERA = new CameraId("c-1024");

    private final HeadService heads;

    HeadRequests(HeadService heads) {
        this.heads = heads;
    }

    private static <T> T past(Consumer<Consumer<Outcome<T>>> question) {
        CompletableFuture<Outcome<T>> answer = new CompletableFuture<>();
        question.accept(answer::complete);
        return Desk.value(answer.orTimeout(60, TimeUnit.SECONDS).join());
    }

    void all() {
        HeadRequests.<HeadStanding>past(answer -> heads.standing(CAMERA, answer));
        HeadService.Asking plain = new HeadService.Asking(Duration.ofSeconds(15), false, "");
        HeadService.Asking over = new HeadService.Asking(Duration.ofHours(1), true, "Đuổi theo xe vi phạm");
        for (HeadService.Asking asking : List.of(plain, over)) {
            assertThat(HeadRequests.<HeadLease>past(answer -> heads.take(CAMERA, asking, answer))
                            .own())
                    .isTrue();
        }
        List<HeadOrder> orders = List.of(
                new HeadOrder.Move(new HeadSpeed(0.4, -1, 0)),
                new HeadOrder.Stop(),
                new HeadOrder.Home(),
                new HeadOrder.Preset("7"),
                new HeadOrder.Move(HeadSpeed.ofFocus(-0.5)),
                new HeadOrder.AutoFocus(true),
                new HeadOrder.Iris(-0.1),
                new HeadOrder.AutoIris(false),
                new HeadOrder.Auxiliary("tt:Wiper|On"));
        for (int seq = 0; seq < orders.size(); seq++) {
            HeadOrder order = orders.get(seq);
            long number = seq;
            HeadRequests.<Boolean>past(
                    answer -> heads.send(CAMERA, "l-7f3a", number, order, Duration.ofSeconds(1), answer));
        }
        places(heads.places());
        HeadEquipment told =
                HeadRequests.<HeadEquipment>past(answer -> heads.equipment().tell(CAMERA, answer));
        assertThat(told.autoFocus()).isTrue();
        assertThat(told.auxiliaries())
                .containsExactly(new HeadEquipment.Auxiliary(
                        "Wiper",
                        List.of(
                                new HeadEquipment.Choice("tt:Wiper|On", "On"),
                                new HeadEquipment.Choice("tt:Wiper|Off", "Off"))));
        HeadRequests.<Boolean>past(answer -> heads.release(CAMERA, answer));
    }

    private static void places(PlaceService places) {
        HeadPlaces known = HeadRequests.<HeadPlaces>past(answer -> places.list(CAMERA, answer));
        HeadPlace place = known.all().getFirst();
        assertThat(place).isEqualTo(new HeadPlace("3", 3, "Ngã tư Tràng Tiền", true));
        List<PlaceChange> changes = List.of(
                new PlaceChange.Keep("Cổng Bệnh viện Việt Đức"),
                new PlaceChange.Replace(place),
                new PlaceChange.Name(place, "Ngã tư Tràng Tiền"),
                new PlaceChange.Lock(place, false),
                new PlaceChange.Remove(place),
                new PlaceChange.Home());
        for (PlaceChange change : changes) {
            HeadRequests.<Boolean>past(answer -> places.change(CAMERA, change, answer));
        }
    }
}
