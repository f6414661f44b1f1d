package dk.klyngeflow.assembly;

import dk.klyngeflow.assemblies.CalledAssemblies;
import dk.klyngeflow.assemblies.CalledAssembly;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.NextHands;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after each task of a general assembly. */
@Component
class NextOfGeneralAssembly implements WhatNext {

    private final CalledAssemblies assemblies;
    private final AssemblyPlanning planning;
    private final NextHands hands;

    NextOfGeneralAssembly(CalledAssemblies assemblies, AssemblyPlanning planning, NextHands hands) {
        this.assemblies = assemblies;
        this.planning = planning;
        this.hands = hands;
    }

    @Override
    public Set<String> keys() {
        return Set.of(
                GeneralAssembly.KEY,
                "planAssembly",
                "giveOpinion",
                "chooseLaterDay",
                "holdAssembly",
                "writeMinutes",
                "settleSignatures",
                "settleAssociation",
                "confirmClosing");
    }

    @Override
    public Optional<String> after(Done done) {
        return assemblies
                .find(done.clusterId(), done.text(GeneralAssemblyVariables.ASSEMBLY_ID.name()))
                .map(assembly -> sentence(done, assembly));
    }

    private String sentence(Done done, CalledAssembly assembly) {
        return switch (done.key()) {
            case GeneralAssembly.KEY ->
                "Dag og sted fastsættes af " + hands.holding(assembly.clusterId(), "callAssembly") + ".";
            case "planAssembly" ->
                done.is(GeneralAssemblyVariables.IS_POLL_WANTED.name())
                        ? "Medlemmerne bliver spurgt om dagene; når de har svaret, vælges dagen."
                        : told(assembly);
            case "chooseLaterDay" -> told(assembly);
            case "giveOpinion" ->
                "Alle indkaldes nu, hvis det kan nås efter vedtægterne; ellers får du en opgave om at vælge en senere dag.";
            case "holdAssembly" ->
                "Det besluttede gælder nu. Udkastet til referat ligger hos "
                        + hands.holding(assembly.clusterId(), "prepareAssembly") + ".";
            case "writeMinutes" -> "Dirigent og referent bliver bedt om at underskrive ved link.";
            case "settleSignatures" ->
                done.is(GeneralAssemblyVariables.IS_SIGNATURE_AWAITED.name())
                        ? "Der er spurgt igen, med en ny frist."
                        : "Referatet sendes nu til alle.";
            case "settleAssociation" ->
                "Administratoren bekræfter lukningen; så ophører alle poster og log-ins, og arkivet gemmes.";
            case "confirmClosing" -> "Klyngen er lukket. Arkivet kan hentes af administratoren, til klyngen slettes.";
            default -> throw new IllegalStateException("nothing is known to come after " + done.key());
        };
    }

    private String told(CalledAssembly assembly) {
        if (planning.meeting(assembly).startsAt() == null) {
            return "Alle får dagen at vide.";
        }
        AssemblyTimes times = planning.times(assembly);
        return "Alle får dagen at vide."
                + (assembly.isOrdinary()
                        ? " Forslag kan stilles til og med "
                                + DanishTime.WEEKDAY_WITHOUT_YEAR.format(
                                        times.dates().lastProposalDay()) + "."
                        : "")
                + " Indkaldelsen sendes senest "
                + CopenhagenTime.dayInWords(times.dates().lastSend()) + "; bestyrelsen ser den igennem først.";
    }
}
