package dk.klyngeflow.statutes;

import dk.klyngeflow.statutes.Statutes.Share;

/**
 * How many must be there before an assembly can decide.
 *
 * @param members who may vote
 */
public record Quorum(Share share, int members) {

    /** @param isSecond after an assembly without quorum: whoever comes decides */
    public static Quorum of(Statutes statutes, int members, boolean isSecond) {
        return new Quorum(isSecond ? Share.NONE : statutes.assembly().quorum(), members);
    }

    /** When the statutes are changed. */
    public static Quorum ofStatutes(Statutes statutes, int members, boolean isSecond) {
        Share usual = statutes.assembly().quorum();
        Share changed = statutes.assembly().statutesQuorum();
        Share higher = usual.of(members) > changed.of(members) ? usual : changed;
        return new Quorum(isSecond ? Share.NONE : higher, members);
    }

    public int needed() {
        return share.of(members);
    }

    /** @param present in person or by proxy */
    public boolean isMet(int present) {
        return present >= needed();
    }

    /** Such as "Der kræves halvdelen af 29, altså 15; 16 er mødt, heraf 2 ved fuldmagt.". */
    public String inWords(int present, int proxies) {
        String came = present + " er mødt" + (proxies == 0 ? "" : ", heraf " + proxies + " ved fuldmagt");
        if (share == Share.NONE) {
            return "Der er intet krav til fremmødet; " + came + ".";
        }
        return "Der kræves " + share.danish() + " af " + members + ", altså " + needed() + "; " + came
                + (isMet(present) ? "." : ", så det kan ikke besluttes.");
    }
}
