package vn.toancanh.server.ptz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.onvif.HeadAbilities;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.onvif.OnvifException;
import vn.toancanh.onvif.OnvifFailure;
import vn.toancanh.onvif.OnvifHead;

/** Places of heads by ONVIF. Any thread; blocks. */
record OnvifPlaces(OnvifHeads heads) implements HeadPlaces {
    /** Every head takes so many letters. */
    private static final int PLAIN = 20;

    @Override
    public HeadAbilities abilities(String cameraId) {
        return heads.ask(cameraId, OnvifHead::abilities);
    }

    @Override
    public List<HeadPreset> presets(String cameraId) {
        return heads.ask(cameraId, OnvifHead::presets);
    }

    /** A head that refuses the name, as some do with blanks and with Vietnamese letters, is told a plain one. */
    @Override
    public String keep(String cameraId, @Nullable String presetId, @Nullable String name) {
        return heads.ask(cameraId, head -> {
            try {
                return head.setPreset(presetId, name);
            } catch (OnvifException refused) {
                String plain = name == null ? "" : plain(name);
                if (refused.failure().kind() != OnvifFailure.Kind.REFUSED || plain.equals(name) || plain.isEmpty()) {
                    throw refused;
                }
                return head.setPreset(presetId, plain);
            }
        });
    }

    /** {@code "Ngã tư Tràng Tiền"} becomes {@code "nga_tu_trang_tien"}. */
    static String plain(String name) {
        String ascii = Folding.fold(name).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return ascii.length() <= PLAIN ? ascii : ascii.substring(0, PLAIN);
    }

    @Override
    public void remove(String cameraId, String presetId) {
        heads.ask(cameraId, head -> {
            head.removePreset(presetId);
            return presetId;
        });
    }

    @Override
    public void setHome(String cameraId) {
        heads.ask(cameraId, head -> {
            head.setHome();
            return cameraId;
        });
    }
}
